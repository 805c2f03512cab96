package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the MSP owes where it misses a promise: a part of that month's fee, or an amount.
 *
 * @param clause the clause that promises it
 * @param on what is missed
 * @param parameter the delivery parameter that is missed; null for any
 * @param percentOfFee may be null
 * @param amount may be null
 * @param monthlyCapPercent the most that is owed for a month, in percent of its fee; null for no limit
 * @param highestPerTicket whether a ticket is credited once, by the highest
 */
@Schema(name = "CreditTerms", description = "What the MSP owes where it misses a promise.")
public record Credit(
        @NotNull @Pattern(regexp = Clause.ID) String clause,
        @NotNull Cause on,

        @Pattern(regexp = Slug.FORM) @Schema(description = "The parameter that is missed. Absent: any.")
        String parameter,

        @Pattern(regexp = RateCard.PERCENT) @Schema(examples = "5")
        String percentOfFee,

        @Pattern(regexp = RateCard.AMOUNT) String amount,

        @Pattern(regexp = RateCard.PERCENT)
        @Schema(description = "The most that is owed for a month, in percent of its fee.", examples = "20")
        String monthlyCapPercent,

        Boolean highestPerTicket) {

    /** What is missed. */
    @Schema(name = "CreditCause")
    public enum Cause {
        BREACH,
        COMPLIANCE,
        PARAMETER
    }
}
