package dev.remit.tickets;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reader that was away for too long finds everything again where it is sent. */
@QuarkusTest
class FeedTest extends TicketsTest {
    @Inject
    Sql sql;

    @Test
    void whoWasAwayForTooLongBeginsAnewAndMissesNothing() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String old = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(old);
        msp.awaitEvents("WorkItemRuled", 1);
        long forgotten =
                msp.get("/feed?limit=200").getList("items.position", Long.class).getLast();
        forgetThrough(msp, forgotten);
        String young = msp.send("70124", Snapshot.officeMove());

        JsonPath gone = msp.as("integrator")
                .get(Msp.API + "/feed?after=" + (forgotten - 1))
                .then()
                .statusCode(410)
                .body("type", equalTo("https://remit.dev/problems/gone"))
                .extract()
                .jsonPath();

        List<String> anew = msp.as("integrator")
                .get(gone.getString("snapshot"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertEquals(List.of(old, young), anew);
        msp.awaitUntil("/feed?limit=200&after=" + gone.getLong("after"), feed -> feed.getList("items.type")
                .contains("WorkItemRuled"));
        List<String> since = msp.get("/feed?limit=200&after=" + gone.getLong("after"))
                .getList("items.findAll { it.type == 'WorkItemRuled' }.payload.ticketId");
        assertEquals(List.of(young), since);
    }

    /** What the retention does after 30 days, to this tenant's events. */
    private void forgetThrough(Msp msp, long position) {
        sql.update("UPDATE feed_tenant_head SET trimmed_through = ? WHERE tenant_id = ?", position, msp.tenant);
        sql.update("DELETE FROM outbox WHERE tenant_id = ? AND tenant_position <= ?", msp.tenant, position);
    }
}
