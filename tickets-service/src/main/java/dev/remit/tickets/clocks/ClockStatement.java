package dev.remit.tickets.clocks;

import dev.remit.engines.explanation.Statement;
import dev.remit.engines.explanation.StatementCode;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that is said of a ticket's clocks.
 *
 * @param code what it says; more may come
 * @param at when that was, or is due
 * @param clock of which clock; absent for what is said of the ticket
 * @param cycle the key of its cycle
 * @param event the key of the event that did it, or did not do it
 * @param parameters what it says it with, by names that go with the code
 * @param text the same as an English sentence; moments are in the zone of the ticket's place
 */
public record ClockStatement(
        StatementCode code,
        @MayBeAbsent Instant at,
        @MayBeAbsent ClockKind clock,
        @MayBeAbsent String cycle,
        @MayBeAbsent String event,
        Map<String, String> parameters,
        String text) {

    static ClockStatement of(Statement statement) {
        return new ClockStatement(
                statement.code(),
                statement.at(),
                statement.clock(),
                statement.cycle(),
                statement.event(),
                statement.parameters(),
                statement.text());
    }
}
