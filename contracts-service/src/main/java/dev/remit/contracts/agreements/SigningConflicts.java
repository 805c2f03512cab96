package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.lint.Overlap;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Finds the versions of a client beside which another one cannot be signed. */
@ApplicationScoped
class SigningConflicts {
    private final VersionRepository versions;

    SigningConflicts(VersionRepository versions) {
        this.versions = versions;
    }

    /** Those that are signed, and then those that are out for signature; none for a version that is signed itself. */
    List<Overlap> of(AgreementVersion version) {
        if (version.isSigned()) {
            return List.of();
        }
        List<AgreementVersion> proposed = versions.proposedOf(version.clientId());
        VersionDates afterSigning = new VersionDates(proposed, AgreementVersion::isProposed);
        return Stream.concat(
                        signed(version).stream(),
                        afterSigning.conflictsWith(version).stream()
                                .map(other -> overlap(other, afterSigning.termInForce(other))))
                .toList();
    }

    private List<Overlap> signed(AgreementVersion version) {
        VersionDates dates = new VersionDates(versions.signedOf(version.clientId()));
        return dates.conflictsWith(version).stream()
                .map(other -> overlap(other, dates.termInForce(other)))
                .toList();
    }

    private static Overlap overlap(AgreementVersion other, VersionTerm inForce) {
        return new Overlap(other.agreement().title(), inForce, other.isSigned());
    }

    /** @throws Problem conflict, naming the version that was signed in the meantime */
    void refuse(AgreementVersion version) {
        signed(version).stream().findFirst().ifPresent(overlap -> {
            throw Problem.conflict(overlap.text(version.agreement().id()))
                    .error("effectiveFrom", "overlaps another signed version of the client", "overlap")
                    .member("agreementId", overlap.inForce().agreementId())
                    .member("version", overlap.inForce().version());
        });
    }
}
