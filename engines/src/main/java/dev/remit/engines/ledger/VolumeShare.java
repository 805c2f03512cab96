package dev.remit.engines.ledger;

import dev.remit.engines.rating.LargestRemainder;

/**
 * A piece of work that a volume covers in part.
 *
 * @param withinSeconds above 0
 * @param beyondSeconds above 0
 */
public record VolumeShare(long withinSeconds, long beyondSeconds) {

    /**
     * The billable minutes of one of the two parts.
     *
     * @param minutes of the whole piece
     */
    public long minutes(long minutes, boolean beyond) {
        return LargestRemainder.share(minutes, new long[] {withinSeconds, beyondSeconds})[beyond ? 1 : 0];
    }
}
