package dev.remit.tickets.rulings;

import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.catalogue.Catalogue;
import dev.remit.tickets.evidence.EvidenceKind;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.FreezeCause;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rules work items by the documents that tickets are pinned to, and records each ruling with its proof. */
@ApplicationScoped
class Rulings {
    private final RulingRecords records;
    private final WorkItems workItems;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final VolumePeriods volume;
    private final Reviews reviews;
    private final Evidence evidence;
    private final Outbox outbox;
    private final RulingMeter meter;
    private final Ids ids;
    private final TenantClock clock;

    Rulings(
            RulingRecords records,
            WorkItems workItems,
            Agreements agreements,
            Catalogue catalogue,
            VolumePeriods volume,
            Reviews reviews,
            Evidence evidence,
            Outbox outbox,
            RulingMeter meter,
            Ids ids,
            TenantClock clock) {
        this.records = records;
        this.workItems = workItems;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.volume = volume;
        this.reviews = reviews;
        this.evidence = evidence;
        this.outbox = outbox;
        this.meter = meter;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives a ruling whatever the one before it said; the ticket is locked and pinned. */
    void give(Ticket ticket, TicketFacts facts, WorkItem workItem, RulingReason occasion) {
        give(ticket, facts, workItem, null, occasion);
    }

    /**
     * Gives a ruling as a person says, with what the engine answers beside it; the ticket is locked and pinned.
     *
     * @param byHand null for what the engine answers
     */
    void give(Ticket ticket, TicketFacts facts, WorkItem workItem, TreatmentByHand byHand, RulingReason occasion) {
        PinnedTerms pin = ticket.pin().orElseThrow();
        Optional<CompiledTerms> terms = terms(pin);
        KnownWork known = known(ticket, facts, workItem, terms);
        catalogue.keep(known.catalogue());
        if (workItem.rulingCount() > 0) {
            volume.release(workItem.id());
        }
        Ruling ruling = known.ruledBy(terms, key -> volume.usedByOthers(pin.clientId(), key, workItem.id()));
        if (byHand == null && ruling.consumesVolume()) {
            volume.take(pin.clientId(), ruling.volume().key(), ticket.id(), workItem.id());
        }
        RulingText text = RulingDraft.text(
                ids.next(),
                ticket,
                workItem,
                RulingDraft.inputs(ticket, pin, known),
                terms.orElse(null),
                ruling,
                byHand,
                occasion,
                clock.now());
        workItem.rulingId().ifPresent(before -> reviews.closeOf(before, "the work item was ruled again"));
        record(ticket, workItem, text);
        ticket.touch(text.ruledAt());
        if (occasion.cause() == RulingCause.BY_HAND) {
            workItem.freeze(FreezeCause.BY_HAND);
        } else if (!saysAnything(text.answer())) {
            workItem.unfreeze();
        }
        announce(ticket, workItem, text);
    }

    /** Gives a new ruling where the facts of a provisional one have changed and lead elsewhere. */
    void reconsider(Ticket ticket, TicketFacts facts, WorkItem workItem) {
        RulingAnswer before = current(workItem).answer();
        RulingAnswer now = answerNow(ticket, facts, workItem);
        if (!now.isSameAs(before) || isCategorised(now) != isCategorised(before)) {
            give(ticket, facts, workItem, RulingReason.of(RulingCause.FACTS_CHANGED));
        }
    }

    /** What the clauses say by what is known now, with no more or less of an included volume left than then. */
    RulingAnswer answerNow(Ticket ticket, TicketFacts facts, WorkItem workItem) {
        PinnedTerms pin = ticket.pin().orElseThrow();
        RulingText current = current(workItem);
        Optional<CompiledTerms> terms = terms(pin);
        KnownWork known = known(ticket, facts, workItem, terms);
        if (current.inputs().sameWork(RulingDraft.inputs(ticket, pin, known))) {
            return current.answerByClauses();
        }
        Ruling ruling = known.ruledBy(terms, key -> current.usedBefore(key)
                .orElseGet(() -> volume.usedByOthers(pin.clientId(), key, workItem.id())));
        return RulingAnswer.of(ruling, terms.orElse(null));
    }

    /** Whether anybody has said what kind of work it is. A title, a sender and a board can mislead; a code that somebody picked does not. */
    boolean isCategorised(WorkItem workItem) {
        return isCategorised(current(workItem).answer());
    }

    /** Whether a person had the work ruled as it is, or has kept that against what became known later. */
    boolean isDecided(WorkItem workItem) {
        RulingText stands = current(workItem);
        return stands.occasion().person() != null || reviews.isKept(stands.rulingId());
    }

    /** Whether some of the work on it is EXTRA. */
    boolean canBeExtra(WorkItem workItem) {
        List<RulingCase> cases = current(workItem).answer().cases();
        return cases != null && cases.stream().anyMatch(RulingCase::canBeExtra);
    }

    private static boolean isCategorised(RulingAnswer answer) {
        return saysAnything(answer) && !answer.basis().isPresumed();
    }

    /** Silence about work of which nobody knows what it is, or under no agreement, is nothing to rely on. */
    private static boolean saysAnything(RulingAnswer answer) {
        return answer.item() != null || answer.cases() != null;
    }

    /** Whether a person has the work treated as they say, which no version that was signed for the past changes. */
    boolean staysByHand(WorkItem workItem, RulingCause cause) {
        return cause == RulingCause.VERSION_FOR_THE_PAST && current(workItem).byHand() != null;
    }

    /** Keeps the current ruling from changing by itself, and says so. A ruling for want of an agreement stays open. */
    void freeze(Ticket ticket, WorkItem workItem, FreezeCause cause) {
        if (ticket.pin().filter(PinnedTerms::hasTerms).isPresent() && workItem.freeze(cause)) {
            announce(ticket, workItem, current(workItem));
        }
    }

    /** Tells other services of the current ruling once more. */
    void publishAgain(Ticket ticket, WorkItem workItem) {
        announce(ticket, workItem, current(workItem));
    }

    /** Tells other services that the current ruling holds no longer and that another is awaited. */
    void publishAwaiting(Ticket ticket, WorkItem workItem) {
        outbox.append(WorkItemRuled.TYPE, workItem.id(), WorkItemRuled.awaiting(ticket, workItem, current(workItem)));
    }

    /** Leaves a work item without a current ruling, and gives back what that took of an included volume. */
    void setAside(WorkItem workItem) {
        workItem.rulingId().ifPresent(before -> reviews.closeOf(before, "the ruling holds no longer"));
        volume.release(workItem.id());
        workItem.setAside();
    }

    /** A cancelled ticket gives back what it took of included volumes. */
    void giveBack(Ticket ticket) {
        volume.giveBack(ticket.id());
    }

    /**
     * A ticket that is cancelled no longer takes again what it gave back, as far as others have left it; a work item for
     * which nothing is left is ruled anew.
     */
    void takeAgain(Ticket ticket, TicketFacts facts) {
        for (UUID id : volume.givenBackBy(ticket.id())) {
            WorkItem workItem = workItems.require(ticket.id(), id);
            if (!volume.takeAgain(id, current(workItem).answer().volume().included())) {
                give(ticket, facts, workItem, RulingReason.of(RulingCause.REOPENED));
            }
        }
    }

    RulingText current(WorkItem workItem) {
        return records.findById(workItem.rulingId().orElseThrow()).text();
    }

    private Optional<CompiledTerms> terms(PinnedTerms pin) {
        return pin.hasTerms() ? Optional.of(agreements.terms(pin.documents()).orElseThrow()) : Optional.empty();
    }

    private KnownWork known(Ticket ticket, TicketFacts facts, WorkItem workItem, Optional<CompiledTerms> terms) {
        PinnedTerms pin = ticket.pin().orElseThrow();
        KnownWork known = KnownWork.of(ticket, pin, facts, workItem, terms, catalogue.current());
        workItem.recognised(known.facts().description(), known.found(), known.isUnmapped());
        return known;
    }

    private void record(Ticket ticket, WorkItem workItem, RulingText text) {
        UUID clientId = ticket.pin().orElseThrow().clientId();
        RulingRecord stored = new RulingRecord(text, clientId, text.write());
        records.persist(stored);
        workItem.ruled(text.rulingId(), text.answer().verdict());
        if (workItem.number() == 1) {
            RulingAgreement under = text.answer().agreement();
            ticket.ruledUnder(under == null ? null : under.agreementId());
        }
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("clientId", clientId.toString());
        proof.put("rulingHash", stored.sha256());
        proof.put("ruling", text.members());
        proof.put("tzdb", Map.of(text.inputs().zone(), text.inputs().tzdb()));
        evidence.append(ticket.id(), EvidenceKind.RULING, proof);
        meter.given(text.answer().verdict());
    }

    private void announce(Ticket ticket, WorkItem workItem, RulingText text) {
        outbox.append(
                WorkItemRuled.TYPE,
                workItem.id(),
                WorkItemRuled.of(ticket, ticket.pin().orElseThrow(), workItem, text));
    }
}
