package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The event that a signed version was ended before its time.
 *
 * @param state TERMINATED, or WITHDRAWN before it began
 * @param effectiveTo the first local date without it; of a version that was withdrawn its very first
 */
record AgreementEnded(
        UUID agreementId,
        UUID clientId,
        String clientCode,
        int version,
        String documentHash,
        VersionState state,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        EndingView ending) {

    static AgreementEnded of(AgreementVersion version, Client client) {
        return new AgreementEnded(
                version.agreement().id(),
                client.id(),
                client.code(),
                version.number(),
                version.documentHash(),
                version.state(),
                version.effectiveFrom(),
                version.term().effectiveTo(),
                version.ending());
    }
}
