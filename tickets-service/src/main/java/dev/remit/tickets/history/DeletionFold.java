package dev.remit.tickets.history;

import dev.remit.engines.sla.CancelReason;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.tickets.history.TicketEvent.Kind;
import dev.remit.tickets.intake.Deletions.KnownDeletion;
import dev.remit.tickets.intake.Snapshot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Derives when a ticket was gone: from its source's word that it is deleted to what the source changes next. For its clocks
 * it was gone where they go on after that; one that comes back with an end of its own ended then, and not by the deletion.
 */
final class DeletionFold {
    private final SnapshotFold fold;
    private final Deque<KnownDeletion> deletions;
    private Instant goneSince;

    /** @param deletions in the order in which we learnt of them */
    DeletionFold(SnapshotFold fold, List<KnownDeletion> deletions) {
        this.fold = fold;
        this.deletions = new ArrayDeque<>(deletions);
    }

    /** @param ended whether the ticket has an end by the status that the snapshot tells */
    void take(Snapshot snapshot, boolean ended) {
        Instant at = snapshot.sourceUpdatedAt();
        while (!deletions.isEmpty() && deletions.peek().at().isBefore(at)) {
            gone(deletions.poll());
        }
        if (goneSince == null) {
            return;
        }
        if (!ended) {
            cancel();
            fold.event("restored", at, new Fact.Happened(EventKind.REOPENED));
        }
        fold.add(TicketEvent.fromSource(
                at,
                snapshot.knownAt(),
                Kind.RESTORED,
                "RESTORED@" + at,
                null,
                null,
                snapshot.facts().author()));
        goneSince = null;
    }

    void finish() {
        deletions.forEach(this::gone);
        if (goneSince != null) {
            cancel();
        }
    }

    private void gone(KnownDeletion told) {
        if (goneSince == null) {
            goneSince = told.at();
            fold.add(TicketEvent.fromSource(
                    goneSince, goneSince, Kind.DELETED, key(), null, CancelReason.CANCELLED.name(), told.author()));
        }
    }

    private void cancel() {
        fold.add(new SlaEvent(key(), goneSince, goneSince, new Fact.Cancelled(CancelReason.CANCELLED)), null);
    }

    private String key() {
        return Kind.DELETED + "@" + goneSince;
    }
}
