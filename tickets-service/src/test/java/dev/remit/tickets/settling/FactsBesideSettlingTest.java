package dev.remit.tickets.settling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * A fact that comes while another replica settles a ticket that does not show yet what it awaits. What the other replica does
 * is done here by a thread of the test, in a transaction that is held open.
 */
@QuarkusTest
class FactsBesideSettlingTest extends TicketsTest {
    @Inject
    Sql sql;

    @Inject
    Tenancy tenancy;

    @Inject
    Settling settling;

    @Inject
    HeldSettling sweeps;

    @Test
    void aTicketThatBeginsToAwaitAClientFindsTheOneThatHasJustCome() throws Exception {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        String id = settledBeside(msp, msp::tellClient);
        msp.awaitUntil("/tickets/" + id, ticket -> "AGREEMENT".equals(ticket.getString("awaiting")));
    }

    @Test
    void aTicketWhoseClocksBeginFindsTheEndThatWasJustTold() throws Exception {
        Msp msp = Msp.withLawFirm("2026-06-20T18:00:00Z");
        settledBeside(msp, () -> msp.tellEnd("2026-06-15"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count("SELECT SUM(open_clocks) FROM ticket WHERE tenant_id = ?", msp) == 0);
    }

    /** A ticket that was settled from before the fact came until word of it was answered, or is held up. */
    private String settledBeside(Msp msp, Runnable fact) throws Exception {
        sweeps.hold(msp.tenant);
        await().atMost(Duration.ofSeconds(20)).until(sweeps::isHolding);
        CountDownLatch settled = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService otherReplica = Executors.newSingleThreadExecutor()) {
            String id = msp.send("70123", Snapshot.officeMove());
            Future<Set<UUID>> other = otherReplica.submit(() -> tenancy.callAs(msp.tenant, () -> {
                Set<UUID> done = settling.settle(List.of(UUID.fromString(id)));
                settled.countDown();
                waitFor(commit);
                return done;
            }));
            settled.await();
            fact.run();
            await().atMost(Duration.ofSeconds(20)).until(() -> wakeUps(msp) > 0);
            sweeps.release();
            await().atMost(Duration.ofSeconds(20)).until(() -> wakeUps(msp) == 0 || isHeldUp());
            commit.countDown();
            assertEquals(Set.of(UUID.fromString(id)), other.get());
            return id;
        } finally {
            sweeps.release();
            commit.countDown();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long wakeUps(Msp msp) {
        return count("SELECT COUNT(*) FROM wake_up WHERE tenant_id = ?", msp);
    }

    private long count(String query, Msp msp) {
        return sql.first(query, row -> row.number(1), msp.tenant).orElseThrow();
    }

    private boolean isHeldUp() {
        return sql.first(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%INTO settling_lock%'"
                                + " AND id <> CONNECTION_ID()",
                        row -> row.number(1))
                .filter(count -> count > 0)
                .isPresent();
    }
}
