package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.engines.scope.AgreementKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The event that a version is out for signature, and, under another name, that its proposal was taken back. Signed after
 * {@code effectiveFrom} it would change the past, which both would have to sign besides.
 *
 * @param masterId the agreement that it is an addendum to; null for a master
 * @param contentHash what is to be signed, or was
 * @param effectiveTo the first local date without it; null while open-ended
 * @param signers who can sign for the client; one of them suffices
 */
record AgreementProposed(
        UUID agreementId,
        AgreementKind kind,
        UUID masterId,
        UUID clientId,
        String clientCode,
        int version,
        String contentHash,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Instant proposedAt,
        List<Client.Signer> signers) {

    static AgreementProposed of(AgreementVersion version) {
        Client client = version.agreement().client();
        return new AgreementProposed(
                version.agreement().id(),
                version.agreement().kind(),
                version.agreement().masterId(),
                client.id(),
                client.code(),
                version.number(),
                version.contentHash(),
                version.effectiveFrom(),
                version.effectiveTo(),
                version.proposedAt(),
                client.signers());
    }
}
