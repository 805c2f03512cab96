package dev.remit.contracts.agreements.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the calendar. */
@Schema(name = "AgreementPeriod")
public enum Period {
    MONTH,
    QUARTER,
    YEAR
}
