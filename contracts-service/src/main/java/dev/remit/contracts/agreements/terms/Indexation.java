package dev.remit.contracts.agreements.terms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How prices follow an index.
 *
 * @param index its name
 * @param capPercent the most by which they rise at once; null for no limit
 * @param month of the year in which they change, from 1
 * @param noticeDays by how many days before the client is told
 */
@Schema(description = "How prices follow an index.")
public record Indexation(
        @NotBlank @Size(max = 100) @Schema(examples = "CPI-U")
        String index,

        @Pattern(regexp = RateCard.PERCENT) @Schema(examples = "5")
        String capPercent,

        @NotNull @Min(1) @Max(12) Integer month,
        @Min(0) @Max(3660) Integer noticeDays) {}
