package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.calendar.Band;

/**
 * What a verdict is about: a part of a time entry, of a quote or of a scope check with one band, work type, role and place.
 *
 * @param band when it is done; null where no time is known, and then it is work in business hours
 * @param workType the rate card's work type; null where it is not known, and then it is what the rule charges work as
 * @param role the technician's role; null where it is not known, and then no rule for a role speaks of it
 * @param place where it is done; null where it is not known, and then no rule for a place speaks of it
 * @param beyondVolume whether the visits or hours that its clause includes are used up before it
 */
public record PieceOfWork(
        Band band,
        String workType,
        String role,
        Place place,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean beyondVolume) {

    /** Work of which nothing is known. */
    public static final PieceOfWork UNKNOWN = new PieceOfWork(null, null, null);

    /** Puts business hours where no time is known. */
    @JsonCreator
    public PieceOfWork {
        band = band == null ? Band.BUSINESS : band;
    }

    /** Work at a place that is not known, within whatever its clause includes. */
    public PieceOfWork(Band band, String workType, String role) {
        this(band, workType, role, null, false);
    }

    /** The same work, after the visits or hours that its clause includes are used up. */
    public PieceOfWork afterVolume() {
        return new PieceOfWork(band, workType, role, place, true);
    }
}
