package dev.remit.engines.agreement;

import dev.remit.engines.rating.Grouping;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The signed versions of one client's agreements. */
public record SignedVersions(List<SignedVersion> all) {

    /** Copies the list. */
    public SignedVersions {
        all = List.copyOf(all);
    }

    /** The version that was published as a document. */
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

    /** All the ways in which any of them rounds entries together. */
    public Set<Grouping> groupings() {
        return all.stream().map(SignedVersion::grouping).collect(Collectors.toSet());
    }
}
