package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.SlaReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One clock of a ticket whose status is another under other terms.
 *
 * @param before null where no terms hold, as after
 */
public record ClockChange(ClockKind clock, ClockStatus before, ClockStatus after) {

    /**
     * The state of a clock, and what came of it.
     *
     * @param breaches how often it was missed
     * @param due of one that is under way; null of any other
     */
    public record ClockStatus(ClockState state, int breaches, Instant due) {

        static ClockStatus of(ClockReading reading) {
            int breaches = Math.toIntExact(reading.cycles().stream()
                    .filter(cycle -> cycle.breachedAt() != null)
                    .count());
            CycleReading current = reading.current();
            boolean underWay = current != null && current.endedAt() == null;
            return new ClockStatus(reading.state(), breaches, underWay ? current.due() : null);
        }
    }

    /** The clocks whose status is another, in the order of their kinds. */
    static List<ClockChange> between(Optional<SlaReading> before, Optional<SlaReading> after) {
        List<ClockChange> changes = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            ClockStatus is = status(before, kind);
            ClockStatus would = status(after, kind);
            if (is == null ? would != null : !is.equals(would)) {
                changes.add(new ClockChange(kind, is, would));
            }
        }
        return changes;
    }

    private static ClockStatus status(Optional<SlaReading> reading, ClockKind kind) {
        return reading.map(read -> read.clock(kind)).map(ClockStatus::of).orElse(null);
    }
}
