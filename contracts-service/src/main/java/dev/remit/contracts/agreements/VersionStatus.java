package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.VersionTerm;
import java.time.LocalDate;

/** Where a version stands on a local date of the client's. What was signed never changes. */
public enum VersionStatus {
    /** Being written. */
    DRAFT,
    /** Frozen and out for signature. */
    PROPOSED,
    /** Signed by both; begins later. */
    SCHEDULED,
    /** Signed by both, and what the work of the date is judged by. */
    IN_FORCE,
    /** Its time is over, or the next version began. */
    ENDED,
    /** Over, since it was ended before its time. */
    TERMINATED,
    /** Signed by both, and cancelled before it began. */
    WITHDRAWN;

    /**
     * Of a version on a date.
     *
     * @param inForce its term, cut where the next version begins
     */
    static VersionStatus on(LocalDate date, AgreementVersion version, VersionTerm inForce) {
        return switch (version.state()) {
            case DRAFT -> DRAFT;
            case DISCARDED -> throw new IllegalArgumentException("A draft that was deleted has no status");
            case PROPOSED -> PROPOSED;
            case WITHDRAWN -> WITHDRAWN;
            case SIGNED, TERMINATED -> signed(date, version, inForce);
        };
    }

    private static VersionStatus signed(LocalDate date, AgreementVersion version, VersionTerm inForce) {
        if (date.isBefore(inForce.effectiveFrom())) {
            return SCHEDULED;
        }
        if (inForce.includes(date)) {
            return IN_FORCE;
        }
        boolean early = version.state() == VersionState.TERMINATED
                && inForce.effectiveTo().equals(version.effectiveTo());
        return early ? TERMINATED : ENDED;
    }
}
