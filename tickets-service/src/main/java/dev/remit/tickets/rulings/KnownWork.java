package dev.remit.tickets.rulings;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.WorkItemFacts;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import java.util.Optional;

/**
 * What is known of a work item, and what that was found to be.
 *
 * @param catalogue the version of the catalogue by which it was recognised
 */
record KnownWork(WorkItemFacts facts, ServiceCatalogue catalogue, Categorisation found) {

    static KnownWork of(WorkItemFacts facts, ServiceCatalogue catalogue) {
        return new KnownWork(facts, catalogue, catalogue.categorise(facts.description()));
    }

    /** The same, where its codes mean nothing any more by what they were recognised as before. */
    static KnownWork of(
            Ticket ticket,
            PinnedTerms pin,
            TicketFacts facts,
            WorkItem workItem,
            Optional<CompiledTerms> terms,
            ServiceCatalogue catalogue) {
        KnownWork known = WorkFacts.of(ticket, pin, facts, workItem, null, terms, catalogue);
        return workItem.recognisedAs()
                .filter(before -> known.isUnmapped())
                .map(before -> WorkFacts.of(ticket, pin, facts, workItem, before, terms, catalogue))
                .orElse(known);
    }

    /** What the clauses say of it; silence where no agreement is in force. */
    Ruling ruledBy(Optional<CompiledTerms> terms, UsedVolume used) {
        return terms.map(inForce -> inForce.rule(facts, found, used))
                .orElseGet(() -> Ruling.withoutAgreement(facts.workDate()));
    }

    /** Whether it bears a code that somebody should map. */
    boolean isUnmapped() {
        return catalogue.isUnmapped(facts.description());
    }
}
