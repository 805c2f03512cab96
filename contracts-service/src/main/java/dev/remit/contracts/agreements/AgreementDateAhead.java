package dev.remit.contracts.agreements;

import java.time.LocalDate;
import java.util.UUID;

/** The event that a date of an agreement comes near. */
record AgreementDateAhead(
        UUID agreementId,
        String title,
        UUID clientId,
        String clientCode,
        int version,
        DateKind kind,
        LocalDate date,
        long daysAhead) {

    static AgreementDateAhead of(AgreementDate date, LocalDate today) {
        Agreement agreement = date.agreement();
        return new AgreementDateAhead(
                agreement.id(),
                agreement.title(),
                agreement.client().id(),
                agreement.client().code(),
                date.version(),
                date.kind(),
                date.date(),
                date.daysAhead(today));
    }
}
