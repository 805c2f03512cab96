package dev.remit.engines.agreement;

import dev.remit.engines.rating.Grouping;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The signed versions of one client's agreements, with what they charge. */
public final class SignedVersions {
    private final List<SignedVersion> all;
    private final VersionsInForce<SignedVersion> byDate;

    /** In any order. */
    public SignedVersions(List<SignedVersion> all) {
        this.all = List.copyOf(all);
        byDate = new VersionsInForce<>(all, SignedVersion::term);
    }

    /** The version that was published as a document. */
    public Optional<SignedVersion> byHash(String documentHash) {
        return all.stream()
                .filter(version -> version.documentHash().equals(documentHash))
                .findFirst();
    }

    /** The master's version in force on a local date. */
    public Optional<SignedVersion> inForce(LocalDate date) {
        return byDate.on(date).map(InForce::master);
    }

    /** All the ways in which any of them rounds entries together. */
    public Set<Grouping> groupings() {
        return all.stream().map(SignedVersion::grouping).collect(Collectors.toSet());
    }
}
