package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import dev.remit.engines.rating.BlockBurn;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Prepaid hours. Balances are no part of the document.
 *
 * @param clause the clause that sells them
 * @param code its name for programs
 * @param hours in a block, as decimal text
 * @param price of a block
 * @param expiresAfterMonths from its purchase; null for never
 * @param carryOverMonths for which a rest stays; null for none
 * @param workTypes that draw from it; empty for all
 * @param items of the catalogue whose work draws from it; empty for all
 * @param burn how it is used up
 * @param warnAtPercent used at which the client is told
 * @param whenEmpty what follows
 */
@Schema(name = "AllowanceTerms", description = "Prepaid hours. Balances are no part of the document.")
public record Allowance(
        @NotNull @Pattern(regexp = Clause.ID) String clause,

        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "hours-20")
        String code,

        @NotNull @Pattern(regexp = RateCard.AMOUNT) @Schema(examples = "20")
        String hours,

        @NotNull @Pattern(regexp = RateCard.AMOUNT) @Schema(examples = "2400.00")
        String price,

        @Min(1) @Max(600) Integer expiresAfterMonths,
        @Min(1) @Max(600) Integer carryOverMonths,

        @Size(max = 50) @Schema(description = "Absent: all.")
        List<@NotNull @Pattern(regexp = RateCard.NAME) String> workTypes,

        @Size(max = 200) @Schema(description = "Absent: all.")
        List<@NotNull @Pattern(regexp = Slug.FORM) String> items,

        BlockBurn burn,
        @Min(1) @Max(100) Integer warnAtPercent,
        @NotNull WhenEmpty whenEmpty) {

    public Allowance {
        workTypes = Terms.copy(workTypes);
        items = Terms.copy(items);
    }

    /** What follows when the hours are used up. */
    @Schema(name = "AllowanceWhenEmpty")
    public enum WhenEmpty {
        STOP,
        OVERAGE
    }
}
