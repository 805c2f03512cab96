package dev.remit.engines.calendar;

import java.time.Instant;
import java.util.Objects;

/**
 * One half-open stretch {@code [from, to)} in a single band.
 *
 * @param band what the stretch is worth, never null
 * @param from first instant of the stretch, whole seconds, never null
 * @param to first instant after the stretch, whole seconds, after {@code from}
 */
public record BandPiece(Band band, Instant from, Instant to) {
    public BandPiece {
        Objects.requireNonNull(band, "band");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a piece must end after it starts: " + from + " to " + to);
        }
    }

    /** Real length of the piece in seconds, always positive. */
    public long seconds() {
        return to.getEpochSecond() - from.getEpochSecond();
    }
}
