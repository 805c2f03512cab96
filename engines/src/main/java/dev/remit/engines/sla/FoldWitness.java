package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.util.Set;

/** Who looks on while a ticket is folded. */
interface FoldWitness {
    /** Nobody. */
    FoldWitness NONE = new FoldWitness() {};

    /** Whether anybody does. */
    default boolean listens() {
        return false;
    }

    /**
     * An event is about to be taken; the effects that follow are its own.
     *
     * @param terms that hold before it
     * @param running the clocks that are under way before it
     * @param ended whether the ticket has ended before it
     */
    default void takes(SlaEvent event, long at, SlaTerms terms, Set<ClockKind> running, boolean ended) {}

    /** What the event did to a clock. */
    default void saw(Effect effect) {}

    /**
     * A stretch whose open time has just counted for a cycle.
     *
     * @param usedBefore what of the target was used before it
     * @param terms of the clock in it
     */
    default void counted(ClockKind clock, CycleFold cycle, long from, long to, long usedBefore, ClockTerms terms) {}

    /** A stretch in which waits stop a cycle, one bit a reason. */
    default void paused(ClockKind clock, String cycle, long from, long to, int reasons, CompiledCalendar calendar) {}

    /**
     * A stretch in which nothing begins or ends.
     *
     * @param owner to whom it belongs where it lies in open hours
     * @param calendar that tells those; null after the ticket's end
     */
    default void owned(long from, long to, Owner owner, CompiledCalendar calendar) {}
}
