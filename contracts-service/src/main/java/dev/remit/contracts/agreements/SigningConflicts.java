package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.lint.OtherAgreements;
import dev.remit.contracts.agreements.lint.Overlap;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Finds the versions of a client beside which another one cannot be signed. */
@ApplicationScoped
class SigningConflicts {
    private final VersionRepository versions;
    private final SignedAgreements signed;

    SigningConflicts(VersionRepository versions, SignedAgreements signed) {
        this.versions = versions;
        this.signed = signed;
    }

    /** What a version of an addendum stands beside; null for a master's. */
    OtherAgreements beside(AgreementVersion version) {
        Agreement agreement = version.agreement();
        if (agreement.kind() == AgreementKind.MASTER) {
            return null;
        }
        VersionDates dates = new VersionDates(versions.signedOf(version.clientId()));
        VersionTerm inForce = dates.termInForce(version);
        AgreementDocument master = dates.inForce(
                        version.effectiveFrom(), agreement.master().orElseThrow())
                .map(signed::document)
                .orElse(null);
        List<AgreementDocument> addenda = versions.signedOf(version.clientId()).stream()
                .filter(other -> agreement.masterId().equals(other.agreement().masterId())
                        && !agreement.id().equals(other.agreement().id())
                        && dates.termInForce(other).overlaps(inForce))
                .map(signed::document)
                .toList();
        return new OtherAgreements(master, inForce, addenda);
    }

    /** Those that are signed, and then those that are out for signature; none for a version that is signed itself. */
    List<Overlap> of(AgreementVersion version) {
        if (version.isSigned()) {
            return List.of();
        }
        List<AgreementVersion> proposed = versions.proposedOf(version.clientId());
        VersionDates afterSigning = new VersionDates(proposed, AgreementVersion::isProposed);
        return Stream.concat(
                        signedBeside(version).stream(),
                        afterSigning.conflictsWith(version).stream()
                                .map(other -> overlap(other, afterSigning.termInForce(other))))
                .toList();
    }

    private List<Overlap> signedBeside(AgreementVersion version) {
        VersionDates dates = new VersionDates(versions.signedOf(version.clientId()));
        return dates.conflictsWith(version).stream()
                .map(other -> overlap(other, dates.termInForce(other)))
                .toList();
    }

    private static Overlap overlap(AgreementVersion other, VersionTerm inForce) {
        return new Overlap(other.agreement().title(), inForce, other.isSigned());
    }

    /**
     * @throws Problem conflict, naming the version that was signed in the meantime, or that the master of an addendum is
     *     not in force on its first date
     */
    void refuse(AgreementVersion version) {
        if (version.agreement().kind() == AgreementKind.ADDENDUM
                && new VersionDates(versions.signedOf(version.clientId()))
                        .termInForce(version)
                        .isEmpty()) {
            throw Problem.conflict("The agreement that it is an addendum to is not in force on "
                            + version.effectiveFrom() + ".")
                    .error("effectiveFrom", "is no date of the master's", "master-not-in-force");
        }
        signedBeside(version).stream().findFirst().ifPresent(overlap -> {
            throw Problem.conflict(overlap.text(version.agreement().id()))
                    .error("effectiveFrom", "overlaps another signed version of the client", "overlap")
                    .member("agreementId", overlap.inForce().agreementId())
                    .member("version", overlap.inForce().version());
        });
    }
}
