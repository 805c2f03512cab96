package dev.remit.engines.ledger;

import dev.remit.engines.scope.VolumeKey;
import java.time.Instant;
import java.util.UUID;

/**
 * What a piece of work takes of an included volume that is counted by the work.
 *
 * @param volume the count
 * @param start of its entry, by which the work takes its turn
 * @param piece of the entry, before the volume is shared out; null for a sum of work that is not known by the entry
 * @param visit names the visit, of which all work counts once; null for hours
 * @param amount seconds of hours as they were worked, before any rounding; 1 for a visit
 * @param beyond what of it the volume did not cover any more, from 0 to the amount
 * @param included how much the period includes in all, with what is left of the one before; in the unit of the amount
 * @param factsHash of what the entry states
 */
public record VolumeUse(
        VolumeKey volume,
        UUID entryId,
        Instant start,
        PieceKey piece,
        UUID visit,
        long amount,
        long beyond,
        long included,
        String factsHash) {

    /** What of it is within the volume. */
    long within() {
        return amount - beyond;
    }

    /** Whether a line is of other work, or of as much within the volume and beyond it. */
    boolean agreesWith(BookedLine line) {
        Figures figures = line.figures();
        if (figures.piece() == null || !figures.piece().whole().equals(piece)) {
            return true;
        }
        if (figures.share() != null) {
            return figures.share().beyondSeconds() == beyond;
        }
        return figures.piece().beyondVolume() ? beyond == amount : beyond == 0;
    }

    VolumeUse shared(long beyondIt, long includedNow) {
        return new VolumeUse(volume, entryId, start, piece, visit, amount, beyondIt, includedNow, factsHash);
    }
}
