package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;

/**
 * The most that may be billed for some of the work, before tax: as a rule, what was approved for a work item.
 *
 * @param name that entries draw on it by; null for entries that name none
 * @param capMinor at least 0
 * @param alreadyBilledMinor what was billed against it before, at least 0
 */
public record Cap(String name, long capMinor, long alreadyBilledMinor) {

    /** Checks the signs. */
    public Cap {
        if (capMinor < 0) {
            throw new InvalidInput("capMinor", "must be from 0 to " + Long.MAX_VALUE);
        }
        if (alreadyBilledMinor < 0) {
            throw new InvalidInput("alreadyBilledMinor", "must be from 0 to " + Long.MAX_VALUE);
        }
    }
}
