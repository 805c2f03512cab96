package dev.remit.engines.ledger;

import dev.remit.engines.calendar.Band;
import java.time.Instant;

/**
 * Names a piece of a time entry: what was worked in one band, under the same terms, within or beyond an included volume.
 *
 * @param from where the entry is cut because other terms, another rate or another period applies from there; null for what
 *     it begins with
 * @param beyondVolume whether the visits or hours that its clause includes were used up before it
 */
public record PieceKey(Instant from, Band band, boolean beyondVolume) {

    /** The piece of a band in an entry that nothing else divides; null for no band. */
    public static PieceKey of(Band band) {
        return band == null ? null : new PieceKey(null, band, false);
    }

    /** The part of the same work that is beyond its volume. */
    PieceKey beyond() {
        return new PieceKey(from, band, true);
    }

    /** The same work, as it is known before any volume is shared out. */
    PieceKey whole() {
        return beyondVolume ? new PieceKey(from, band, false) : this;
    }
}
