package dev.remit.tickets.agreements;

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

    /** The version that is in force on a local date. */
    public Optional<AgreementVersion> inForce(LocalDate date) {
        return latestFirst.stream().filter(version -> version.isInForce(date)).findFirst();
    }

    /** The first local date after one in force on which none is; empty where none was, or one always is. */
    public Optional<LocalDate> lapse(LocalDate inForceOn) {
        LocalDate date = inForceOn;
        Optional<AgreementVersion> version = inForce(date);
        while (version.isPresent()) {
            date = version.get().effectiveTo();
            if (date == null) {
                return Optional.empty();
            }
            version = inForce(date);
        }
        return date.equals(inForceOn) ? Optional.empty() : Optional.of(date);
    }
}
