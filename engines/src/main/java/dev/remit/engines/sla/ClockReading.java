package dev.remit.engines.sla;

import java.util.List;

/**
 * How one clock of a ticket stands.
 *
 * @param kind which clock
 * @param state the state of its latest cycle; where there never was one {@link ClockState#NO_TARGET},
 *     {@link ClockState#NOT_STARTED} or {@link ClockState#NOT_RUN}
 * @param notRun why it is not run although there is a target; null where it is run
 * @param cycles every cycle in the order they opened; empty for a clock that never was under way
 */
public record ClockReading(ClockKind kind, ClockState state, NotRun notRun, List<CycleReading> cycles) {
    /** The latest cycle, or null when there never was one. */
    public CycleReading current() {
        return cycles.isEmpty() ? null : cycles.getLast();
    }
}
