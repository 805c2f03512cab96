package dev.remit.contracts.agreements;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What comes on a date of an agreement. */
@Schema(name = "AgreementDateKind")
enum DateKind {
    /** The last date on which a party can say that it does not go on. */
    NOTICE,
    /** The first date of the next period, if nobody has said so. */
    RENEWAL,
    /** The first date without it. */
    END,
    /** The first date of a year of which a calendar lists no holiday. */
    HOLIDAYS
}
