package dev.remit.engines.sla;

import java.time.Instant;
import java.util.List;

/**
 * How a ticket stands against its terms at one moment, given what was known by another.
 *
 * @param asOf the moment
 * @param knownAt only what was known by then is in it
 * @param createdAt when the ticket came into being; null when that had not happened or was not known, and then there
 *     are no clocks, no waits and no seconds
 * @param clocks one for each kind, in the order of {@link ClockKind}
 * @param waits every wait in the order they began
 * @param owner whose time it is at {@code asOf}; null before creation
 * @param seconds the ticket's age by owner
 * @param cancelledFor why the ticket ended without a resolution; null when it did not
 * @param nextChange the first moment after {@code asOf} at which a reading would say something new with no event in
 *     between: a warning, a breach (a second after it is due, since at its due moment it can still be met) or the end
 *     of a wait. Null when time alone changes nothing
 */
public record SlaReading(
        Instant asOf,
        Instant knownAt,
        Instant createdAt,
        List<ClockReading> clocks,
        List<WaitReading> waits,
        Owner owner,
        SecondsByOwner seconds,
        CancelReason cancelledFor,
        Instant nextChange) {

    /** The reading of one clock, or null before creation. */
    public ClockReading clock(ClockKind kind) {
        return clocks.isEmpty() ? null : clocks.get(kind.ordinal());
    }
}
