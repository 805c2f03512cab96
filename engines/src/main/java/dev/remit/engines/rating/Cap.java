package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;

/**
 * The most that may be billed under an approval, before tax.
 *
 * @param approval the approval; null for whatever names none
 * @param capMinor at least 0
 * @param alreadyBilledMinor what was billed under it before, at least 0
 */
public record Cap(String approval, long capMinor, long alreadyBilledMinor) {

    /** Checks the signs. */
    public Cap {
        if (capMinor < 0) {
            throw new InvalidInput("capMinor", "must not be negative");
        }
        if (alreadyBilledMinor < 0) {
            throw new InvalidInput("alreadyBilledMinor", "must not be negative");
        }
    }

    /** What may still be billed; not below 0. */
    public long roomMinor() {
        return Math.max(0, capMinor - alreadyBilledMinor);
    }
}
