package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;

/**
 * How many work items of a kind a clause includes before they are EXTRA.
 *
 * @param count at least 1
 * @param period over which it is counted
 */
public record IncludedVolume(long count, VolumePeriod period) {

    /** Checks the count. */
    public IncludedVolume {
        InvalidInput.required(period, "period");
        if (count < 1 || count > Integer.MAX_VALUE) {
            throw new InvalidInput("count", "must be from 1 to " + Integer.MAX_VALUE);
        }
    }
}
