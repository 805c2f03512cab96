package dev.remit.tickets.rulings;

import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.scope.Ruling;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.agreements.AgreementBook;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.catalogue.Catalogue;
import dev.remit.tickets.history.Pinning;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rules tickets as they would be ruled with a version in force that nobody has signed. Changes nothing. */
@ApplicationScoped
public class CandidateRulings {
    private static final RulingReason OCCASION = RulingReason.of(RulingCause.VERSION_FOR_THE_PAST);

    private final Rulings rulings;
    private final WorkItems workItems;
    private final Catalogue catalogue;
    private final VolumePeriods volume;
    private final Ids ids;
    private final TenantClock clock;

    CandidateRulings(
            Rulings rulings,
            WorkItems workItems,
            Catalogue catalogue,
            VolumePeriods volume,
            Ids ids,
            TenantClock clock) {
        this.rulings = rulings;
        this.workItems = workItems;
        this.catalogue = catalogue;
        this.volume = volume;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Empty for a ticket that the version would not reach.
     *
     * @param pin that the ticket has
     * @param book with the version among the agreements
     * @param volumes what tickets before it would take; takes up what this one would
     */
    public Optional<CandidateRuling> of(Ticket ticket, PinnedTerms pin, AgreementBook book, CandidateVolumes volumes) {
        return new Pinning(book).signedForThePast(ticket, pin).map(under -> {
            CompiledTerms terms = book.terms(under.documents()).orElseThrow();
            ServiceCatalogue current = catalogue.current();
            UUID ruledUnder = ticket.ruledUnder();
            List<CandidateRuling.Item> ruled = new ArrayList<>();
            for (WorkItem workItem : workItems.of(ticket.id())) {
                if (workItem.rulingId().isPresent() && rulings.staysByHand(workItem, OCCASION.cause())) {
                    continue;
                }
                RulingText text = rule(ticket, under, workItem, terms, current, volumes);
                if (workItem.number() == 1) {
                    ruledUnder = text.answer().agreement().agreementId();
                }
                ruled.add(item(ticket, under, workItem, text));
            }
            return new CandidateRuling(under, ruledUnder, ruled);
        });
    }

    private CandidateRuling.Item item(Ticket ticket, PinnedTerms under, WorkItem workItem, RulingText text) {
        CandidateRuling.Ruled before = workItem.rulingId().isEmpty()
                ? null
                : CandidateRuling.Ruled.of(rulings.current(workItem).answer());
        return new CandidateRuling.Item(
                workItem.id(),
                workItem.number(),
                before,
                CandidateRuling.Ruled.of(text.answer()),
                WorkItemRuled.of(ticket, under, workItem, text));
    }

    private RulingText rule(
            Ticket ticket,
            PinnedTerms under,
            WorkItem workItem,
            CompiledTerms terms,
            ServiceCatalogue current,
            CandidateVolumes volumes) {
        TicketFacts facts = ticket.facts();
        KnownWork known = KnownWork.of(ticket, under, facts, workItem, Optional.of(terms), current);
        Ruling ruling = known.ruledBy(
                Optional.of(terms), key -> volume.usedNow(under.clientId(), key, workItem.id()) + volumes.moreOf(key));
        volume.takenBy(workItem.id()).forEach(volumes::release);
        if (ruling.consumesVolume() && !ticket.isCalledOff()) {
            volumes.take(ruling.volume().key());
        }
        return RulingDraft.text(
                ids.next(),
                ticket,
                workItem,
                RulingDraft.inputs(ticket, under, known),
                terms,
                ruling,
                null,
                OCCASION,
                clock.now());
    }
}
