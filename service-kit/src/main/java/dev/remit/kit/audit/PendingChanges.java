package dev.remit.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the running transaction has changed so far. The sum is written just before it commits. */
@ApplicationScoped
class PendingChanges {
    private static final Object PENDING = new Object();

    private final AuditTrail trail;
    private final AuditSequencerLoop sequencer;
    private final TransactionSynchronizationRegistry transaction;

    PendingChanges(AuditTrail trail, AuditSequencerLoop sequencer, TransactionSynchronizationRegistry transaction) {
        this.trail = trail;
        this.sequencer = sequencer;
        this.transaction = transaction;
    }

    void add(Change change) {
        all().merge(change.type() + " " + change.id(), change, Change::then);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Change> all() {
        Map<String, Change> known = (Map<String, Change>) transaction.getResource(PENDING);
        if (known != null) {
            return known;
        }
        Map<String, Change> pending = new LinkedHashMap<>();
        transaction.putResource(PENDING, pending);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                trail.append(pending.values().stream().filter(Change::isReal).toList());
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    sequencer.nudge();
                }
            }
        });
        return pending;
    }
}
