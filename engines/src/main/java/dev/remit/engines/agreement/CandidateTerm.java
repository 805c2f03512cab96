package dev.remit.engines.agreement;

import java.time.LocalDate;

/**
 * A version that nobody has signed, and what becomes of the terms of signed versions where it is one of them. Whoever asks
 * what a version would change puts it among the others by this, and then asks {@link VersionsInForce} as always.
 *
 * @param term of the version, as it is looked at
 * @param mode what is asked
 */
public record CandidateTerm(VersionTerm term, Mode mode) {
    /** What is asked of a version. */
    public enum Mode {
        /** What comes of it once it is signed by both and activated, with the dates that it has. */
        ACTIVATED,
        /** What would have come of it, had it been in force from a date on in place of whatever was. */
        TRIED
    }

    /**
     * @param own the version's term as it says it
     * @param from the first date that is looked at; a version that is tried is in force from then on
     */
    public static CandidateTerm of(VersionTerm own, Mode mode, LocalDate from) {
        VersionTerm looked = mode == Mode.ACTIVATED
                ? own
                : new VersionTerm(own.agreementId(), own.version(), from, null, own.master());
        return new CandidateTerm(looked, mode);
    }

    /**
     * A signed version's term beside the candidate. Where the candidate is tried, versions of its agreement and of another
     * master end when it begins, and those that begin later have no date.
     */
    public VersionTerm beside(VersionTerm signed) {
        if (signed.equals(term) || mode == Mode.ACTIVATED || !isRival(signed)) {
            return signed;
        }
        return signed.effectiveFrom().isBefore(term.effectiveFrom())
                ? signed.endedOn(term.effectiveFrom())
                : signed.withdrawn();
    }

    private boolean isRival(VersionTerm signed) {
        boolean mastersBoth = !signed.isOfAddendum() && !term.isOfAddendum();
        return mastersBoth || signed.agreementId().equals(term.agreementId());
    }
}
