package dev.remit.engines.scope;

import dev.remit.engines.calendar.Band;

/**
 * What a verdict is about: a part of a time entry, of a quote or of a scope check with one band, work type and role.
 *
 * @param band when it is done; null where no time is known, and then it is work in business hours
 * @param workType the rate card's work type; null where it is not known, and then it is what the rule charges work as
 * @param role the technician's role; null where it is not known, and then no rule for a role speaks of it
 */
public record PieceOfWork(Band band, String workType, String role) {

    /** Work of which nothing is known. */
    public static final PieceOfWork UNKNOWN = new PieceOfWork(null, null, null);

    /** Puts business hours where no time is known. */
    public PieceOfWork {
        band = band == null ? Band.BUSINESS : band;
    }
}
