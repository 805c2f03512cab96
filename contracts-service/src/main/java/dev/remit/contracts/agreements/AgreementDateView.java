package dev.remit.contracts.agreements;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The next date of a kind that an agreement has.
 *
 * @param date a local date of the client
 * @param daysAhead from the client's today
 */
@Schema(name = "AgreementDate", description = "The next date of a kind that an agreement has.")
record AgreementDateView(
        UUID agreementId,
        String title,
        String clientCode,
        @Schema(examples = "1") int version,

        @Schema(
                description =
                        "NOTICE is the last date on which a party can say that it does not go on, RENEWAL the first"
                                + " date of the next period, END the first date without it, HOLIDAYS the first date of a year of"
                                + " which a calendar lists no holiday.")
        DateKind kind,

        LocalDate date,
        @Schema(examples = "60") long daysAhead) {

    static AgreementDateView of(AgreementDate date, LocalDate today) {
        Agreement agreement = date.agreement();
        return new AgreementDateView(
                agreement.id(),
                agreement.title(),
                agreement.client().code(),
                date.version(),
                date.kind(),
                date.date(),
                date.daysAhead(today));
    }
}
