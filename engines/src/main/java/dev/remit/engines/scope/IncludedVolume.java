package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import java.util.Objects;

/**
 * How many work items of a kind a clause includes before they are EXTRA.
 *
 * @param count at least 1
 * @param period over which it is counted
 */
public record IncludedVolume(long count, VolumePeriod period) {

    /** Checks the count. */
    public IncludedVolume {
        Objects.requireNonNull(period, "period");
        if (count < 1) {
            throw new InvalidInput("count", "must be at least 1");
        }
    }
}
