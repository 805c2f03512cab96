package dev.remit.tickets;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who sent a ticket, who changed its priority and who overruled a ruling is on record; secrets and private text are not. */
@QuarkusTest
class AuditTest extends TicketsTest {

    @Test
    void aTicketsChangesAreOnRecordWithTheirAuthor() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.send(
                "70123",
                Snapshot.officeMove().at("2026-06-11T19:00:00Z").with("priority", "Priority 1 - Emergency Response"));

        audit(msp, "operation=syncTicket&objectType=ticket&objectId=" + id)
                .body("items.record.change", contains("CHANGED", "CREATED"))
                .body("items[0].record.before.priority", equalTo("P3"))
                .body("items[0].record.after.priority", equalTo("P1"))
                .body("items[0].record.actor.roles", contains("psa-sync"));
        audit(msp, "operation=settling")
                .body("items.record.actor.kind", not(hasItem(not("SYSTEM"))))
                .body("items.record.object.type", hasItem("ruling"));
    }

    @Test
    void aRulingByHandNamesThePerson() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        String workItem = msp.awaitRuled(id).getString("workItems[0].id");
        msp.posting("service-desk")
                .body(Map.of("item", "password-reset", "reason", "The client meant something else"))
                .post(Msp.API + "/tickets/" + id + "/work-items/" + workItem + "/rulings")
                .then()
                .statusCode(201);
        audit(msp, "operation=ruleWorkItem&objectType=work-item")
                .body("items.record.before.verdict", contains("EXTRA"))
                .body("items.record.after.item", contains("password-reset"))
                .body("items.record.actor.name", contains("Test service-desk"));
    }

    @Test
    void signingKeysAndTitlesAreWithheld() {
        Msp msp = Msp.withLawFirm("2026-06-11T20:00:00Z");
        msp.send("70123", Snapshot.officeMove().with("title", "Partner X is leaving"));
        String everything = audit(msp, "").extract().asString();
        assertFalse(everything.contains(Msp.SIGNING_KEY), "the signing key");
        assertFalse(everything.contains("Partner X"), "the ticket's title");
        audit(msp, "objectType=connection").body("items.record.after.signingKey", contains("(withheld)"));
    }

    private static ValidatableResponse audit(Msp msp, String query) {
        return msp.as("auditor")
                .get(Msp.API + "/audit?limit=200&" + query)
                .then()
                .statusCode(200);
    }
}
