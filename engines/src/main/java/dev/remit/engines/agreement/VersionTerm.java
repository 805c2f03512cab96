package dev.remit.engines.agreement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * From when to when one signed version of an agreement may be in force. Dates are local to wherever they are asked about.
 *
 * @param version its number, from 1
 * @param effectiveFrom its first date
 * @param effectiveTo the first date without it; null where no end is known
 * @param master the agreement that it is an addendum to; null for a version of a master
 */
public record VersionTerm(UUID agreementId, int version, LocalDate effectiveFrom, LocalDate effectiveTo, UUID master) {

    /** Checks that all but the end is there. */
    public VersionTerm {
        Objects.requireNonNull(agreementId, "agreementId");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
    }

    /** The term of a version of a master. */
    public VersionTerm(UUID agreementId, int version, LocalDate effectiveFrom, LocalDate effectiveTo) {
        this(agreementId, version, effectiveFrom, effectiveTo, null);
    }

    /** Whether it is of an addendum. */
    public boolean isOfAddendum() {
        return master != null;
    }

    /** The same, ended early: its end is the given date, unless it ends sooner anyway. A null date changes nothing. */
    public VersionTerm endedOn(LocalDate firstDateWithout) {
        boolean sooner = firstDateWithout != null && (effectiveTo == null || firstDateWithout.isBefore(effectiveTo));
        return sooner ? new VersionTerm(agreementId, version, effectiveFrom, firstDateWithout, master) : this;
    }

    /** The same, withdrawn before it began: it has no date. */
    public VersionTerm withdrawn() {
        return endedOn(effectiveFrom);
    }

    /** Whether it has no date at all, as one that was withdrawn. */
    public boolean isEmpty() {
        return effectiveTo != null && !effectiveTo.isAfter(effectiveFrom);
    }

    /** Whether a date is one of its own. */
    public boolean includes(LocalDate date) {
        return !date.isBefore(effectiveFrom) && (effectiveTo == null || date.isBefore(effectiveTo));
    }

    /** Whether a date from the first through the last is one of its own. */
    public boolean includesAny(LocalDate first, LocalDate last) {
        return !isEmpty() && !last.isBefore(effectiveFrom) && (effectiveTo == null || first.isBefore(effectiveTo));
    }

    /** Whether some date belongs to both. */
    public boolean overlaps(VersionTerm other) {
        return !isEmpty()
                && !other.isEmpty()
                && (effectiveTo == null || other.effectiveFrom.isBefore(effectiveTo))
                && (other.effectiveTo == null || effectiveFrom.isBefore(other.effectiveTo));
    }
}
