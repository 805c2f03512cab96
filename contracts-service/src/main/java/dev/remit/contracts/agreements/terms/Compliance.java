package dev.remit.contracts.agreements.terms;

import dev.remit.engines.sla.ClockKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many of a period's targets are to be met.
 *
 * @param clause the clause that promises it
 * @param clock whose targets
 * @param priorities of which tickets; empty for all
 * @param percent to be met
 * @param period over which it is counted
 * @param minimumCount of targets below which nothing is promised; may be null
 * @param exclusions the reasons for which a target that was missed may be excused
 */
@Schema(name = "CompliancePromise", description = "How many of a period's targets are to be met.")
public record Compliance(
        @NotNull @Pattern(regexp = Clause.ID) String clause,
        @NotNull ClockKind clock,

        @Size(max = 20) @Schema(description = "Absent: all.")
        List<@NotNull @Pattern(regexp = ServiceLevel.PRIORITY) String> priorities,

        @NotNull @Pattern(regexp = PERCENT) @Schema(description = "From 1 to 100.", examples = "95")
        String percent,

        @NotNull Period period,

        @Min(1) @Max(1_000_000) @Schema(description = "Targets below which nothing is promised.")
        Integer minimumCount,

        @Size(max = 3) List<@NotNull Exclusion> exclusions) {

    private static final String PERCENT = "^(?:100|[1-9][0-9]?(?:\\.[0-9]{1,4})?)$";

    public Compliance {
        priorities = Terms.copy(priorities);
        exclusions = Terms.copy(exclusions);
    }
}
