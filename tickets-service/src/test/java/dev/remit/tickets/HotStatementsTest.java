package dev.remit.tickets;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.sql.StatementPlans;
import dev.remit.kit.testing.sql.StatementRecorder;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Rows;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Lists with each filter, sweeps, wake-ups and settlings do not go through the tables of a tenant who has much. */
@QuarkusTest
class HotStatementsTest extends TicketsTest {
    private static final int DOUBLINGS = 10;

    /** Of feeds and retention, which know no tenant, and of claims, which ask whose turn it is. */
    private static final Set<String> ACROSS_TENANTS = Set.of(
            "outbox.uq_outbox_by_position",
            "outbox.outbox_unsequenced",
            "feed_inbox.PRIMARY",
            "ticket.ix_ticket_open_clocks",
            "sweep_postponement.PRIMARY");

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    @Test
    void noHotStatementGoesThroughATable() throws Exception {
        Msp msp = Msp.withExcuses("2026-06-12T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove().with("assignee", Map.of("id", "dana")));
        msp.awaitRuled(id);
        msp.putTime("e1", Worked.halfHour("e1", "2026-06-12T16:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 1);
        msp.awaitRuled(msp.send("70124", Snapshot.officeMove().with("priority", "Unheard of")));
        await().until(() -> sql.first(
                                "SELECT COUNT(*) FROM ticket WHERE tenant_id = ? AND settle_at IS NOT NULL",
                                row -> row.number(1),
                                msp.tenant)
                        .orElseThrow()
                == 0);
        fill(msp.tenant);
        StatementPlans plans = new StatementPlans(database, ACROSS_TENANTS);
        plans.analyse();
        StatementRecorder.start();
        try {
            work(msp, id);
            read(msp, id);
        } finally {
            List<StatementRecorder.Recorded> sent = StatementRecorder.stop();
            assertEquals("", String.join("\n", plans.findings(sent)), "of " + sent.size());
        }
    }

    /** Two thousand tickets more, with what hangs on each, and as many time entries of the first. */
    private void fill(UUID tenant) {
        for (int i = 0; i < DOUBLINGS; i++) {
            String copy = "" + i;
            for (String table : List.of(
                    "ticket_snapshot",
                    "evidence_link",
                    "clock_notice",
                    "counted_cycle",
                    "life_part",
                    "counted_moment")) {
                Rows.copy(sql, table, tenant, Rows.otherIds(copy, "id", "ticket_id"));
            }
            Rows.copy(sql, "work_item", tenant, Rows.otherIds(copy, "id", "ticket_id", "ruling_id"));
            Rows.copy(sql, "ruling", tenant, Rows.otherIds(copy, "id", "ticket_id", "work_item_id"));
            Map<String, String> later = Rows.otherIds(copy, "id");
            later.put("happened_at", "happened_at + INTERVAL " + (7 << i) + " SECOND");
            Rows.copy(sql, "ticket_event", tenant, later);
            Map<String, String> named = Rows.otherIds(copy, "id");
            named.put("external_id", Rows.otherText("external_id", copy));
            for (String table : List.of("ticket", "time_entry", "review")) {
                Rows.copy(sql, table, tenant, named);
            }
        }
        // Reviews are small: of a table that is all one tenant's, the server may as well read the whole.
        for (String neighbour : List.of("a", "b", "c")) {
            Rows.copy(sql, "review", tenant, Rows.otherIds(neighbour, "id", "tenant_id"));
        }
    }

    private static void work(Msp msp, String id) {
        msp.send("70125", Snapshot.officeMove());
        msp.send("70123", Snapshot.officeMove().at("2026-06-12T17:00:00Z").status("In Progress"));
        msp.putTime("e2", Worked.halfHour("e2", "2026-06-12T17:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 2);
        UUID quote = UUID.randomUUID();
        msp.quoteSent(id, quote, "2026-06-12T18:00:00Z");
        msp.quoteDecided(id, quote, "2026-06-12T19:00:00Z");
        msp.tellClient();
        msp.clock("2026-06-12T21:00:00Z");
        msp.awaitRuled(msp.send("70126", Snapshot.officeMove()));
    }

    private static void read(Msp msp, String id) {
        String page = msp.get("/tickets?limit=20").getString("next");
        for (String query : List.of(
                "/tickets?limit=20&cursor=" + page,
                "/tickets?limit=20&clientCode=" + Msp.CLIENT,
                "/tickets?limit=20&status=OPEN",
                "/tickets?limit=20&status=RESOLVED",
                "/tickets?limit=20&verdict=EXTRA",
                "/tickets?limit=20&verdict=SILENT",
                "/tickets?limit=20&verdict=EXCLUDED",
                "/tickets?limit=20&updatedSince=2026-06-12T20:30:00Z",
                "/tickets?limit=20&status=OPEN&verdict=EXTRA&clientCode=" + Msp.CLIENT,
                "/tickets?limit=20&status=RESOLVED&clientCode=" + Msp.CLIENT,
                "/tickets?limit=20&order=DUE",
                "/tickets?limit=20&order=DUE&cursor="
                        + msp.get("/tickets?limit=20&order=DUE").getString("next"),
                "/tickets?limit=20&order=DUE&dueBefore=2026-06-30T00:00:00Z",
                "/tickets?limit=20&order=DUE&dueWithinMinutes=100000",
                "/tickets?limit=20&order=DUE&clientCode=" + Msp.CLIENT,
                "/tickets?limit=20&order=DUE&assignee=dana",
                "/tickets?limit=20&order=DUE&verdict=EXTRA",
                "/tickets?limit=20&order=DUE&priority=P1",
                "/tickets?limit=20&order=DUE&text=no%20such%20words",
                "/tickets?limit=20&order=PERCENT",
                "/tickets?limit=20&order=PERCENT&cursor="
                        + msp.get("/tickets?limit=20&order=PERCENT").getString("next"),
                "/tickets?limit=20&order=PERCENT&clientCode=" + Msp.CLIENT,
                "/tickets?limit=20&order=PERCENT&assignee=dana",
                "/tickets?limit=20&priority=P1",
                "/tickets/" + id,
                "/tickets/by-ref/cw/70123",
                "/tickets/" + id + "/clocks",
                "/tickets/" + id + "/evidence",
                "/tickets/" + id + "/rulings",
                "/tickets/" + id + "/time-entries?limit=20",
                "/tickets/" + id + "/timeline?limit=20",
                "/reviews?limit=20",
                "/reviews?limit=20&state=OPEN",
                "/reviews?limit=20&state=RESOLVED&order=NEWEST",
                "/reviews?limit=20&cause=UNKNOWN_NAME",
                "/reviews?limit=20&cause=UNUSABLE&state=OPEN",
                "/compliance?period=2026-06",
                "/compliance?period=2026-06&clientCode=" + Msp.CLIENT,
                "/compliance?period=2026&priority=P3&clock=RESPONSE",
                "/compliance/promises?period=2026-06",
                "/compliance/promises?period=2026&clientCode=" + Msp.CLIENT,
                "/compliance/cycles?period=2026-06&limit=20",
                "/compliance/cycles?period=2026-06&limit=20&cursor="
                        + msp.get("/compliance/cycles?period=2026-06&limit=20").getString("next"),
                "/compliance/cycles?period=2026-06&limit=20&result=BREACHED&clientCode=" + Msp.CLIENT,
                "/reports/waits?period=2026-06",
                "/reports/waits?period=2026-06&clientCode=" + Msp.CLIENT,
                "/reports/waits?period=2026",
                "/reports/durations?period=2026-06",
                "/reports/durations?period=2026&clientCode=" + Msp.CLIENT,
                "/reports/reopenings?period=2026-06",
                "/reports/reopenings?period=2026-06&clientCode=" + Msp.CLIENT,
                "/reports/clients/" + Msp.CLIENT + "?period=2026-06",
                "/reports/ageing",
                "/reports/ageing?clientCode=" + Msp.CLIENT,
                "/connections",
                "/feed?limit=20",
                "/audit?limit=20",
                "/audit?limit=20&objectType=ticket",
                "/access-records?limit=20")) {
            msp.as("owner", "service-desk", "psa-sync", "auditor")
                    .get(Msp.API + query)
                    .then()
                    .statusCode(200);
        }
        String next = msp.get("/tickets/" + id + "/time-entries?limit=20").getString("next");
        msp.get("/tickets/" + id + "/time-entries?limit=20&cursor=" + next);
    }
}
