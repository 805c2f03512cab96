package dev.remit.engines.explanation;

import dev.remit.engines.sla.ClockKind;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that is to be said of a ticket's clocks.
 *
 * @param code what it says
 * @param at when that was, or is due; null for what has no moment
 * @param clock of which clock; null for what is said of the ticket
 * @param cycle the key of its cycle; null where it is of none
 * @param event the key of the event that did it, or did not do it; null for none
 * @param parameters what it says it with: moments in ISO form, times in seconds, names of constants
 * @param text the same as an English sentence, made of the others
 */
public record Statement(
        StatementCode code,
        Instant at,
        ClockKind clock,
        String cycle,
        String event,
        SortedMap<String, String> parameters,
        String text) {

    public Statement {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The same without the names that were given to it, as one may read it who must not see those. */
    public Statement withoutNotes(Sentences sentences) {
        SortedMap<String, String> left = new TreeMap<>(parameters);
        left.keySet().removeAll(Draft.NOTES);
        return sentences.complete(new Statement(code, at, clock, cycle, event, left, ""));
    }
}
