package dev.remit.kit.sql;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** Rows of one INSERT that a transaction gathers and sends to the server together, just before it commits. */
public final class RowsAtCommit {
    /** So many are sent as soon as they are there. */
    private static final int AT_ONCE = 500;

    private final String insert;
    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final Runnable afterCommit;

    public RowsAtCommit(String insert, Sql sql, TransactionSynchronizationRegistry transaction) {
        this(insert, sql, transaction, () -> {});
    }

    /** @param afterCommit called once where rows were committed */
    public RowsAtCommit(String insert, Sql sql, TransactionSynchronizationRegistry transaction, Runnable afterCommit) {
        this.insert = insert;
        this.sql = sql;
        this.transaction = transaction;
        this.afterCommit = afterCommit;
    }

    /**
     * Adds a row behind those that the running transaction has.
     *
     * @param arguments of the INSERT
     * @throws IllegalStateException outside a transaction
     * @throws UnsupportedOperationException once the transaction is about to commit
     */
    public void add(Object... arguments) {
        List<Object[]> rows = rows();
        rows.add(arguments);
        if (rows.size() == AT_ONCE) {
            send();
        }
    }

    /** Sends what the running transaction has gathered, for whoever is about to read it. */
    @SuppressWarnings("unchecked")
    public void send() {
        List<Object[]> rows = (List<Object[]>) transaction.getResource(this);
        if (rows != null && !rows.isEmpty()) {
            sql.batch(insert, rows);
            rows.clear();
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows() {
        List<Object[]> known = (List<Object[]>) transaction.getResource(this);
        if (known != null) {
            return known;
        }
        List<Object[]> rows = new ArrayList<>();
        transaction.putResource(this, rows);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                sql.batch(insert, rows);
                // What comes later would be lost, and is refused.
                transaction.putResource(RowsAtCommit.this, List.of());
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    afterCommit.run();
                }
            }
        });
        return rows;
    }
}
