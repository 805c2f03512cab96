package dev.remit.tickets.rulings;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.scope.WorkItemFacts;

/**
 * What is known of a work item, and what that was found to be.
 *
 * @param catalogue the version of the catalogue by which it was recognised
 */
record KnownWork(WorkItemFacts facts, ServiceCatalogue catalogue, Categorisation found) {

    static KnownWork of(WorkItemFacts facts, ServiceCatalogue catalogue) {
        return new KnownWork(facts, catalogue, catalogue.categorise(facts.description()));
    }

    /** Whether it bears a code that somebody should map. */
    boolean isUnmapped() {
        return catalogue.isUnmapped(facts.description());
    }
}
