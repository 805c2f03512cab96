package dev.remit.billing.extras;

import dev.remit.billing.approvals.WorkHeldForApproval;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.TicketChains;
import dev.remit.billing.volumes.TakenVolumes;
import dev.remit.billing.work.Work;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.Ledger;
import dev.remit.engines.ledger.Outcome;
import dev.remit.engines.ledger.WorkEntry;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings a client's unpublished lines to where the facts put them. The book is open whenever this works. */
@ApplicationScoped
class BookKeeper {
    private static final Set<HeldReason> WANTS_APPROVAL =
            EnumSet.of(HeldReason.AWAITING_APPROVAL, HeldReason.BEFORE_APPROVAL);

    private final Work work;
    private final StoredBooks books;
    private final LineJournal journal;
    private final Extras extras;
    private final TakenVolumes volumes;
    private final Ids ids;
    private final TenantClock clock;
    private final TicketChains chains;
    private final Evidence evidence;
    private final CapWatch caps;
    private final Outbox outbox;
    private final Event<WorkHeldForApproval> workHeldForApproval;
    private final EntityManager entities;

    BookKeeper(
            Work work,
            StoredBooks books,
            LineJournal journal,
            Extras extras,
            TakenVolumes volumes,
            Ids ids,
            TenantClock clock,
            TicketChains chains,
            Evidence evidence,
            CapWatch caps,
            Outbox outbox,
            Event<WorkHeldForApproval> workHeldForApproval,
            EntityManager entities) {
        this.work = work;
        this.books = books;
        this.journal = journal;
        this.extras = extras;
        this.volumes = volumes;
        this.ids = ids;
        this.clock = clock;
        this.chains = chains;
        this.evidence = evidence;
        this.caps = caps;
        this.outbox = outbox;
        this.workHeldForApproval = workHeldForApproval;
        this.entities = entities;
    }

    void update(@Observes BookChanged change) {
        entities.flush();
        StoredBook book = books.of(change.clientId());
        Outcome outcome = Ledger.update(book, change.facts());
        Instant now = clock.now();
        LineChanges changes = new LineChanges(book, extras, journal, ids, change.cause(), now);
        changes.apply(outcome);
        volumes.keep(
                change.clientId(),
                outcome.facts().entries().stream().map(WorkEntry::id).collect(Collectors.toSet()),
                outcome.volumeUses());
        settle(outcome);
        entities.flush();
        Map<UUID, RatedProof.Proof> proofs = new RatedProof(book, outcome, change.cause(), changes).byTicket();
        chains.openAll(proofs.keySet());
        proofs.forEach((ticket, proof) -> prove(change.clientId(), ticket, proof));
        outbox.append(changes.news().events());
        caps.look(outcome, changes, now);
        tellOfWorkHeldForApproval(change.clientId(), changes);
    }

    private void settle(Outcome outcome) {
        Set<UUID> moving = outcome.facts().entries().stream()
                .map(WorkEntry::id)
                .filter(id -> !outcome.atRest().contains(id))
                .collect(Collectors.toSet());
        work.settle(outcome.atRest());
        work.unsettle(moving);
    }

    private void prove(UUID clientId, UUID ticket, RatedProof.Proof proof) {
        if (proof.groups() == null) {
            evidence.append(ticket, EvidenceKind.RATED, proof.facts());
        } else {
            evidence.append(ticket, EvidenceKind.RATED, proof.facts(), clientId.toString(), proof.groups());
        }
    }

    private void tellOfWorkHeldForApproval(UUID clientId, LineChanges changes) {
        Set<UUID> unseen = changes.events().keySet().stream()
                .filter(line -> WANTS_APPROVAL.contains(line.figures().heldReason()))
                .map(line -> line.basis().workItemId())
                .collect(Collectors.toSet());
        if (!unseen.isEmpty()) {
            workHeldForApproval.fire(new WorkHeldForApproval(clientId, unseen));
        }
    }
}
