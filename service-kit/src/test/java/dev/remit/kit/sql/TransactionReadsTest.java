package dev.remit.kit.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.kit.app.KitTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a transaction keeps of what it read, and what it keeps back to write. */
@QuarkusTest
class TransactionReadsTest extends KitTest {
    private static final String INSERT = "INSERT INTO sandbox_clock (tenant_id, now_at) VALUES (?, NOW(6))";

    @Inject
    ReadOnce once;

    @Inject
    Sql sql;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private record Asked(String what) implements ReadOnce.Question {}

    @Test
    void anAnswerIsReadOnceInATransaction() {
        AtomicInteger reads = new AtomicInteger();
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(1, once.get(new Asked("a"), reads::incrementAndGet));
            assertEquals(1, once.get(new Asked("a"), reads::incrementAndGet));
            assertEquals(2, once.get(new Asked("b"), reads::incrementAndGet));
            once.forget(new Asked("a"));
            assertEquals(Optional.empty(), once.known(new Asked("a")));
            assertEquals(3, once.get(new Asked("a"), reads::incrementAndGet));
            QuarkusTransaction.requiringNew()
                    .run(() -> assertEquals(4, once.get(new Asked("a"), reads::incrementAndGet)));
            assertEquals(Optional.of(3), once.known(new Asked("a")));
        });
        QuarkusTransaction.requiringNew().run(() -> assertEquals(5, once.get(new Asked("a"), reads::incrementAndGet)));
    }

    @Test
    void outsideOfATransactionNothingIsKept() {
        AtomicInteger reads = new AtomicInteger();
        once.keep(new Asked("a"), 7);
        assertEquals(1, once.get(new Asked("a"), reads::incrementAndGet));
        assertEquals(2, once.get(new Asked("a"), reads::incrementAndGet));
    }

    @Test
    void rowsAreWrittenJustBeforeTheCommitAndNotifiedAfterIt() {
        AtomicInteger commits = new AtomicInteger();
        RowsAtCommit rows = new RowsAtCommit(INSERT, sql, transaction, commits::incrementAndGet);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            rows.add(one);
            rows.add(other);
            assertEquals(0, count(one));
        });
        assertEquals(1, count(one));
        assertEquals(1, count(other));
        assertEquals(1, commits.get());
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id IN (?, ?)", one, other);
    }

    @Test
    void whoeverIsAboutToReadThemHasThemSentOnce() {
        RowsAtCommit rows = new RowsAtCommit(INSERT, sql, transaction);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            rows.send();
            rows.add(one);
            rows.send();
            assertEquals(1, count(one));
            rows.add(other);
        });
        assertEquals(1, count(one));
        assertEquals(1, count(other));
        sql.update("DELETE FROM sandbox_clock WHERE tenant_id IN (?, ?)", one, other);
    }

    @Test
    void whatIsRolledBackLeavesNoRows() {
        AtomicInteger commits = new AtomicInteger();
        RowsAtCommit rows = new RowsAtCommit(INSERT, sql, transaction, commits::incrementAndGet);
        UUID one = UUID.randomUUID();
        QuarkusTransaction.begin();
        rows.add(one);
        QuarkusTransaction.rollback();
        assertEquals(0, count(one));
        assertEquals(0, commits.get());
        assertThrows(IllegalStateException.class, () -> rows.add(one));
    }

    @Test
    void aRowThatComesTooLateIsRefusedAndNotLost() {
        RowsAtCommit rows = new RowsAtCommit(INSERT, sql, transaction);
        UUID one = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        assertThrows(
                RuntimeException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
                    rows.add(one);
                    transaction.registerInterposedSynchronization(new Synchronization() {
                        @Override
                        public void beforeCompletion() {
                            rows.add(late);
                        }

                        @Override
                        public void afterCompletion(int status) {
                            // Only what comes before counts.
                        }
                    });
                }));
        assertEquals(0, count(one));
    }

    private long count(UUID tenant) {
        return sql.first("SELECT COUNT(*) FROM sandbox_clock WHERE tenant_id = ?", row -> row.number(1), tenant)
                .orElseThrow();
    }
}
