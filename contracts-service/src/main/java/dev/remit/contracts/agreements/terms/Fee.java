package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.PlainText;
import dev.remit.contracts.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A recurring price of the agreement.
 *
 * @param clause the clause that sets it
 * @param code its name for programs
 * @param name its name for people
 * @param kind for the whole, or for each unit
 * @param unit what is counted, such as a seat
 * @param quantity how many are included
 * @param amount a period's price of what is included
 * @param beyond a period's price of each further unit
 * @param period for which it is paid
 * @param indexation how it rises
 */
@Schema(name = "AgreementFee", description = "A recurring price of the agreement.")
public record Fee(
        @NotNull @Pattern(regexp = Clause.ID) String clause,

        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "managed-seats")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "Managed seats")
        String name,

        @NotNull Kind kind,

        @Size(max = 40) @Pattern(regexp = PlainText.FILLED) @Schema(examples = "seat")
        String unit,

        @Min(0) @Max(1_000_000) @Schema(examples = "40") Integer quantity,

        @NotNull @Pattern(regexp = RateCard.AMOUNT) @Schema(examples = "4800.00")
        String amount,

        @Pattern(regexp = RateCard.AMOUNT) @Schema(examples = "110.00")
        String beyond,

        @NotNull Period period,
        @Valid Indexation indexation) {

    /** What it is paid for. */
    @Schema(name = "FeeKind")
    public enum Kind {
        FLAT,
        PER_UNIT
    }
}
