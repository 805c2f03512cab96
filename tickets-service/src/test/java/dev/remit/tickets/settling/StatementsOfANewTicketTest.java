package dev.remit.tickets.settling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.sql.StatementRecorder;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is sent to the database for each ticket that a burst brings: to store it, and to settle it with those that have come
 * by then. What begins a transaction is left out, and so are the looks for something to do, whose number is one of seconds.
 * To give events their positions takes nine statements for up to a thousand, to chain audit records six for up to 200.
 */
@QuarkusTest
class StatementsOfANewTicketTest extends TicketsTest {
    private static final int TICKETS = 48;
    private static final int MOST_TO_STORE = 13;
    private static final int MOST_TO_SETTLE = 4;
    private static final List<String> LOOKS = List.of(
            "GROUP BY tenant_id", "FROM sweep_postponement", "known_tenant", "known_account", "FROM sandbox_clock");

    @Inject
    Sql sql;

    @Inject
    HeldSettling settling;

    @Test
    void aTicketOfABurstTakesFewStatements() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        send(msp, "warm", 1);
        await().until(() -> waiting(msp) == 0);
        settling.hold(msp.tenant);
        long settled;
        try {
            await().atMost(Duration.ofSeconds(20)).until(settling::isHolding);
            long stored = count("executor-thread", () -> send(msp, "counted", TICKETS));
            assertTrue(stored <= MOST_TO_STORE * TICKETS, () -> stored + " statements to store " + TICKETS);
            settled = count("sweep-", () -> {
                settling.release();
                await().atMost(Duration.ofSeconds(60)).until(() -> waiting(msp) == 0);
            });
        } finally {
            settling.release();
        }
        assertTrue(settled <= MOST_TO_SETTLE * TICKETS, () -> settled + " statements to settle " + TICKETS);
        String id = msp.get("/tickets/by-ref/cw/counted-7").getString("id");
        assertEquals(true, msp.get("/tickets/" + id + "/evidence").getBoolean("intact"), "its chain is intact");
    }

    private static void send(Msp msp, String name, int count) {
        for (int i = 0; i < count; i++) {
            msp.send(name + "-" + i, Snapshot.officeMove().with("title", name + " " + i));
        }
    }

    private static long count(String thread, Runnable work) {
        return StatementRecorder.all(work).stream()
                .filter(statement -> statement.startsWith(thread))
                .filter(statement -> !statement.contains(": SET "))
                .filter(statement -> LOOKS.stream().noneMatch(statement::contains))
                .count();
    }

    private long waiting(Msp msp) {
        return sql.first(
                        "SELECT COUNT(*) FROM ticket WHERE tenant_id = ? AND settle_at IS NOT NULL",
                        row -> row.number(1),
                        msp.tenant)
                .orElseThrow();
    }
}
