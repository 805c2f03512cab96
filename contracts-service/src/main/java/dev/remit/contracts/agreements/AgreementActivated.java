package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.engines.scope.AgreementKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The event that a version was signed by both and published; its document can be fetched by hash. It takes the place of
 * the version of the same agreement before it, of which nothing more is told.
 *
 * @param masterId the agreement that it is an addendum to; null for a master
 * @param effectiveTo the first local date without it, as signed; null while open-ended
 * @param signedBy who signed it for either party
 */
record AgreementActivated(
        UUID agreementId,
        AgreementKind kind,
        UUID masterId,
        UUID clientId,
        String clientCode,
        int version,
        String documentHash,
        String contentHash,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        List<SignedBy> signedBy) {

    static AgreementActivated of(AgreementVersion version, Client client, List<SignedBy> signedBy) {
        return new AgreementActivated(
                version.agreement().id(),
                version.agreement().kind(),
                version.agreement().masterId(),
                client.id(),
                client.code(),
                version.number(),
                version.documentHash(),
                version.contentHash(),
                version.effectiveFrom(),
                version.effectiveTo(),
                signedBy);
    }
}
