package dev.remit.tickets.timeline;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A page of a timeline is what stands there, whether the ticket was settled before it is read or not. */
@QuarkusTest
class TimelinePagesTest extends TicketsTest {
    @Inject
    Sql sql;

    @Test
    void pagesOfWhatIsStoredAreThoseOfWhatIsDerived() {
        Msp msp = Msp.withLawFirm("2026-06-16T15:00:00Z");
        String id = restless(msp);
        List<Map<String, Object>> whole = msp.get(path(id) + "?limit=200").getList("items");
        assertTrue(whole.size() > 14, whole.toString());
        List<Map<String, Object>> stored = walk(msp, id, 3);
        assertEquals(whole, stored);
        sql.update("UPDATE ticket SET stored_timeline = NULL WHERE tenant_id = ?", msp.tenant);
        assertEquals(whole, walk(msp, id, 3));
        assertEquals(whole, walk(msp, id, 200));
    }

    /** More of one instant than a page has. */
    @Test
    void whatHappenedAtOneInstantIsPagedToo() {
        Msp msp = Msp.withLawFirm("2026-06-16T15:00:00Z");
        Snapshot many = Snapshot.officeMove();
        for (int i = 0; i < 30; i++) {
            many = many.message("m" + i, "2026-06-11T18:05:00Z", "CLIENT");
        }
        String id = msp.send("70123", many);
        awaitStored(id);
        List<Map<String, Object>> all = walk(msp, id, 4);
        assertEquals(
                30,
                all.stream()
                        .filter(item -> "CLIENT_MESSAGE".equals(item.get("kind")))
                        .count());
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    private String restless(Msp msp) {
        Snapshot asked = Snapshot.officeMove().message("m1", "2026-06-11T18:05:00Z", "MSP");
        String id = msp.send("70123", asked);
        msp.awaitRuled(id);
        msp.send(
                "70123",
                asked.at("2026-06-12T15:00:00Z").status("In Progress").message("m2", "2026-06-12T14:00:00Z", "CLIENT"));
        msp.send("70123", asked.at("2026-06-12T16:00:00Z").status("New").with("title", "Move two offices"));
        msp.send("70123", asked.at("2026-06-12T17:00:00Z").status("Completed"));
        msp.send(
                "70123",
                asked.at("2026-06-15T15:00:00Z").status("New").with("priority", "Priority 2 - Quick Response"));
        for (int i = 0; i < 5; i++) {
            msp.putTime("e" + i, entry(i));
        }
        UUID quote = UUID.randomUUID();
        msp.quoteSent(id, quote, "2026-06-12T18:00:00Z");
        msp.quoteDecided(id, quote, "2026-06-12T19:00:00Z");
        msp.awaitEvents("TimeEntryRecorded", 5);
        msp.awaitUntil(path(id) + "?limit=200", timeline -> timeline.getList("items.kind")
                .contains("QUOTE_DECIDED"));
        awaitStored(id);
        return id;
    }

    private static Map<String, Object> entry(int number) {
        return Map.of(
                "ticket",
                Map.of("externalId", "70123"),
                "technician",
                Map.of("id", "tech-" + number, "name", "Dana Ruiz"),
                "workType",
                "On-site",
                "start",
                "2026-06-12T1" + number + ":00:00Z",
                "end",
                "2026-06-12T1" + number + ":30:00Z",
                "sourceUpdatedAt",
                "2026-06-12T19:00:00Z");
    }

    private static String path(String id) {
        return "/tickets/" + id + "/timeline";
    }

    private static List<Map<String, Object>> walk(Msp msp, String id, int limit) {
        List<Map<String, Object>> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = msp.get(path(id) + "?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next));
            items.addAll(page.getList("items"));
            next = page.getString("next");
        }
        return items;
    }

    private void awaitStored(String ticket) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sql.first(
                                                "SELECT COUNT(*) FROM ticket WHERE id = ? AND settle_at IS NULL"
                                                        + " AND stored_timeline IS NOT NULL",
                                                row -> row.number(1),
                                                UUID.fromString(ticket))
                                        .orElseThrow()
                                == 1
                        && sql.first(
                                                "SELECT COUNT(*) FROM wake_up JOIN ticket USING (tenant_id) WHERE ticket.id = ?",
                                                row -> row.number(1),
                                                UUID.fromString(ticket))
                                        .orElseThrow()
                                == 0);
    }
}
