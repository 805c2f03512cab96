package dev.remit.tickets.rulings;

import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.Requester;
import dev.remit.engines.scope.WorkItemFacts;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import java.time.LocalDate;
import java.util.Optional;

/** Gathers what is known of a work item. The source's categories speak of what the ticket asked for first. */
final class WorkFacts {
    private WorkFacts() {}

    static KnownWork of(
            Ticket ticket,
            PinnedTerms pin,
            TicketFacts facts,
            WorkItem workItem,
            String recognisedBefore,
            Optional<CompiledTerms> terms,
            ServiceCatalogue catalogue) {
        boolean first = workItem.number() == 1;
        WorkItemFacts.Builder known = WorkItemFacts.on(createdOn(ticket, pin))
                .itemCode(workItem.item().orElse(first ? facts.catalogueItem() : null))
                .title(workItem.title().orElse(ticket.title()))
                .recognisedBefore(recognisedBefore)
                .ticketClass(ticket.ticketClass())
                .priority(ticket.priority())
                .site(pin.siteCode())
                .requester(requester(facts));
        if (first) {
            known.board(facts.category().board());
            known.psa(
                    facts.category().type(),
                    facts.category().subtype(),
                    facts.category().item());
        }
        KnownWork unplanned = KnownWork.of(known.build(), catalogue);
        return KnownWork.of(known.planned(planned(pin, facts, unplanned, terms)).build(), catalogue);
    }

    private static Requester requester(TicketFacts facts) {
        return facts.requester() == null
                ? null
                : new Requester(facts.requester().name(), facts.requester().email());
    }

    /** The local date at the site on which the ticket came into being; versions and volumes go by it. */
    static LocalDate createdOn(Ticket ticket, PinnedTerms pin) {
        return LocalDate.ofInstant(ticket.createdAt(), pin.zone());
    }

    /** Known only where a date for the work is agreed. */
    private static PieceOfWork planned(
            PinnedTerms pin, TicketFacts facts, KnownWork known, Optional<CompiledTerms> terms) {
        return terms.filter(inForce -> facts.milestones().scheduledFor() != null)
                .map(inForce -> inForce.hoursFor(known.facts(), known.found())
                        .surchargeCalendar(pin.siteZone())
                        .bandAt(facts.milestones().scheduledFor()))
                .map(band -> new PieceOfWork(band, null, null))
                .orElse(null);
    }
}
