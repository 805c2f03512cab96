package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import java.time.LocalDate;
import java.util.UUID;

/** The event that a version ends on a date, because a later one takes its place or the agreement ends. */
record AgreementSuperseded(UUID agreementId, UUID clientId, int version, String documentHash, LocalDate effectiveTo) {

    static AgreementSuperseded of(AgreementVersion version, Client client) {
        return new AgreementSuperseded(
                version.agreement().id(), client.id(), version.number(), version.documentHash(), version.effectiveTo());
    }
}
