package dev.remit.contracts.agreements.terms;

import dev.remit.engines.sla.Target;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A target in business days: dates on which the calendar of the clocks opens, after the date on which the clock starts.
 *
 * @param businessDays how many
 * @param by until when on the last of them
 */
@Schema(
        name = "DaysTarget",
        description = "A target in business days: dates on which the calendar of the clocks opens, after the date on"
                + " which the clock starts.")
public record DaysTarget(
        @NotNull @Min(1) @Max(Target.Days.MOST_DAYS) @Schema(examples = "2")
        Integer businessDays,

        @NotNull
        @Pattern(regexp = Target.Days.BY)
        @Schema(
                description = "CLOSE for the last closing of that day, or a time of day in the calendar's zone; a time"
                        + " right before which nothing is open means the last closing too.",
                examples = "CLOSE")
        String by) {}
