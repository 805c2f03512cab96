package dev.remit.engines.sla;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One event as it was taken, and what it did.
 *
 * @param event the event
 * @param at when it counts: when it happened, or at creation where that is later
 * @param terms that held before it, as far as they are run on a ticket of its source
 * @param running the clocks that were under way before it
 * @param ended whether the ticket had ended before it
 * @param effects in the order of the clocks
 */
public record Step(
        SlaEvent event, Instant at, SlaTerms terms, Set<ClockKind> running, boolean ended, List<Effect> effects) {

    public Step {
        running = Set.copyOf(running);
        effects = List.copyOf(effects);
    }

    /** The terms that hold after it, as the agreement has them. */
    public SlaTerms termsAfter() {
        return event.fact() instanceof Fact.TermsChanged change ? change.terms() : terms;
    }
}
