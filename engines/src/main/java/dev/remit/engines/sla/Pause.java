package dev.remit.engines.sla;

import java.time.Instant;
import java.util.Objects;

/**
 * A half-open stretch {@code [from, to)} in which a clock does not count. One that ends no later than it starts is
 * nothing.
 *
 * @param from when it begins
 * @param to when it is over; null for one that never is
 */
public record Pause(Instant from, Instant to) {
    public Pause {
        Objects.requireNonNull(from, "from");
    }
}
