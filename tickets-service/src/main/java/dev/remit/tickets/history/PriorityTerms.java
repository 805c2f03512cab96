package dev.remit.tickets.history;

import dev.remit.engines.sla.SlaTerms;
import java.util.Optional;

/** What the document that a ticket is pinned to promises for a priority and ticket class in our own words. */
@FunctionalInterface
interface PriorityTerms {

    /** A ticket under no document. */
    PriorityTerms NONE = (priority, ticketClass) -> Optional.empty();

    Optional<SlaTerms> terms(String priority, String ticketClass);
}
