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
 * One clock of a ticket that stands otherwise under other terms.
 *
 * @param before null where no terms hold, as after
 */
public record ClockChange(ClockKind clock, Standing before, Standing after) {

    /**
     * How a clock stands.
     *
     * @param breaches how often it was missed
     * @param due of one that is under way; null of any other
     */
    public record Standing(ClockState state, int breaches, Instant due) {

        static Standing of(ClockReading reading) {
            int breaches = Math.toIntExact(reading.cycles().stream()
                    .filter(cycle -> cycle.breachedAt() != null)
                    .count());
            CycleReading current = reading.current();
            boolean underWay = current != null && current.endedAt() == null;
            return new Standing(reading.state(), breaches, underWay ? current.due() : null);
        }
    }

    /** The clocks that stand otherwise, in the order of their kinds. */
    static List<ClockChange> between(Optional<SlaReading> before, Optional<SlaReading> after) {
        List<ClockChange> changes = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            Standing stands = standing(before, kind);
            Standing would = standing(after, kind);
            if (stands == null ? would != null : !stands.equals(would)) {
                changes.add(new ClockChange(kind, stands, would));
            }
        }
        return changes;
    }

    private static Standing standing(Optional<SlaReading> reading, ClockKind kind) {
        return reading.map(read -> read.clock(kind)).map(Standing::of).orElse(null);
    }
}
