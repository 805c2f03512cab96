package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.Stop;
import dev.remit.engines.sla.Warning;
import dev.remit.tickets.clocks.ClockNotice.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a reading says has happened to a cycle.
 *
 * @param subject tells it from others of its kind: the percentage of a warning, the event by which a target was met
 * @param at when it happened: a breach when it was due
 */
record ReadingEvent(ClockKind clock, String cycle, Kind kind, String subject, Instant at) {

    /** What is believed of something that has not happened, or not after all. */
    static final String NOTHING = "NOTHING";

    String words() {
        return kind + " " + at;
    }

    String about() {
        return kind.name() + " " + subject;
    }

    /** All that a reading says has happened. */
    static List<ReadingEvent> of(SlaReading reading) {
        List<ReadingEvent> statements = new ArrayList<>();
        for (ClockReading clock : reading.clocks()) {
            for (CycleReading cycle : clock.cycles()) {
                add(statements, clock.kind(), cycle);
            }
        }
        return statements;
    }

    private static void add(List<ReadingEvent> statements, ClockKind clock, CycleReading cycle) {
        for (Warning warning : cycle.warnings()) {
            if (warning.fired()) {
                String percent = Integer.toString(warning.percent());
                statements.add(new ReadingEvent(clock, cycle.key(), Kind.WARNED, percent, warning.at()));
            }
        }
        if (cycle.breachedAt() != null) {
            statements.add(new ReadingEvent(clock, cycle.key(), Kind.BREACHED, "", cycle.breachedAt()));
        }
        for (Stop stop : cycle.stops()) {
            if (stop.met()) {
                statements.add(new ReadingEvent(clock, cycle.key(), Kind.MET, stop.key(), stop.at()));
            }
        }
    }
}
