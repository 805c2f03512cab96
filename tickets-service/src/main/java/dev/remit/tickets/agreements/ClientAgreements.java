package dev.remit.tickets.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The versions with one client, as far as they had reached us when they were read. */
public final class ClientAgreements {
    private final List<AgreementVersion> latestFirst;

    ClientAgreements(List<AgreementVersion> latestFirst) {
        this.latestFirst = List.copyOf(latestFirst);
    }

    /** Whether none has ever reached us. */
    public boolean isEmpty() {
        return latestFirst.isEmpty();
    }

    /** The first local date on which any of them is in force; empty where there is none. */
    public Optional<LocalDate> firstDay() {
        return latestFirst.isEmpty()
                ? Optional.empty()
                : Optional.of(latestFirst.getLast().effectiveFrom());
    }

    /** The version that is in force on a local date. */
    public Optional<AgreementVersion> inForce(LocalDate date) {
        return latestFirst.stream().filter(version -> version.isInForce(date)).findFirst();
    }

    /**
     * The end of cover.
     *
     * @param date the first local date without any version in force
     * @param knownAt since when that has been known, in the tenant's time
     */
    public record Lapse(LocalDate date, Instant knownAt) {}

    /** The end of the cover that a local date had, as far as was known at a moment; empty where none was, or has no end. */
    public Optional<Lapse> lapse(LocalDate inForceOn, Instant knownBy) {
        Lapse lapse = null;
        Optional<AgreementVersion> version = wasInForce(inForceOn, knownBy);
        while (version.isPresent()) {
            LocalDate end = version.get().endAsKnown(knownBy);
            if (end == null) {
                return Optional.empty();
            }
            lapse = new Lapse(end, version.get().endKnownSince(knownBy));
            version = wasInForce(end, knownBy);
        }
        return Optional.ofNullable(lapse);
    }

    private Optional<AgreementVersion> wasInForce(LocalDate date, Instant knownBy) {
        return latestFirst.stream()
                .filter(version -> version.wasInForce(date, knownBy))
                .findFirst();
    }
}
