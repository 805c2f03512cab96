package dev.remit.billing.agreements;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The signed versions of one client's agreements. */
public record SignedVersions(List<SignedVersion> all) {

    public SignedVersions {
        all = List.copyOf(all);
    }

    public Optional<SignedVersion> byHash(String documentHash) {
        return all.stream()
                .filter(version -> version.documentHash().equals(documentHash))
                .findFirst();
    }

    /** The version in force on a local date; a later one goes before the one it supersedes. */
    public Optional<SignedVersion> inForce(LocalDate date) {
        return all.stream()
                .filter(version -> version.isInForce(date))
                .max(Comparator.comparingInt(SignedVersion::version).thenComparing(SignedVersion::documentHash));
    }
}
