package dev.remit.tickets.settling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Rows;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/** Settling a ticket costs what has changed of it, however many time entries it has. */
@QuarkusTest
class ManyEntriesTest extends TicketsTest {
    private static final int DOUBLINGS = 9;

    @Inject
    Sql sql;

    @Inject
    EntityManagerFactory factory;

    @Test
    void oneMoreEntryOfManyIsReadAlone() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.putTime("e1", Worked.halfHour("dana", "2026-06-12T16:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 1);
        msp.putTime("e2", Worked.halfHour("dana", "2026-06-12T17:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 2);
        awaitSettled(id);
        for (int i = 0; i < DOUBLINGS; i++) {
            Rows.copy(
                    sql,
                    "time_entry",
                    msp.tenant,
                    Map.of(
                            "id",
                            Rows.otherId("id", "" + i),
                            "external_id",
                            Rows.otherText("external_id", "" + i),
                            "technician_id",
                            Rows.otherText("technician_id", "" + i)));
        }
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        boolean counted = statistics.isStatisticsEnabled();
        statistics.setStatisticsEnabled(true);
        long before = statistics
                .getEntityStatistics("dev.remit.tickets.worklog.TimeEntry")
                .getLoadCount();
        msp.putTime("e3", Worked.halfHour("dana", "2026-06-12T18:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 3);
        awaitSettled(id);
        long loads = statistics
                        .getEntityStatistics("dev.remit.tickets.worklog.TimeEntry")
                        .getLoadCount()
                - before;
        statistics.setStatisticsEnabled(counted);
        assertTrue(loads <= 10, loads + " entries were read, of " + (2 << DOUBLINGS));
    }

    @Test
    void whatChangesForAllEntriesIsToldOfAll() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.putTime("e1", Worked.halfHour("dana", "2026-06-12T16:00:00Z"));
        msp.putTime("e2", Worked.halfHour("dana", "2026-06-12T17:00:00Z"));
        msp.awaitEvents("TimeEntryRecorded", 2);
        msp.send("70123", Snapshot.officeMove().at("2026-06-12T19:00:00Z").with("site", null));
        msp.awaitEvents("TimeEntryRecorded", 4);
        awaitSettled(id);
        assertEquals(4, msp.events("TimeEntryRecorded").size());
    }

    private void awaitSettled(String ticket) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> sql.first(
                                                "SELECT COUNT(*) FROM ticket WHERE id = ? AND settle_at IS NULL",
                                                row -> row.number(1),
                                                UUID.fromString(ticket))
                                        .orElseThrow()
                                == 1
                        && sql.first("SELECT COUNT(*) FROM wake_up WHERE subject LIKE '%/70123'", row -> row.number(1))
                                        .orElseThrow()
                                == 0);
    }
}
