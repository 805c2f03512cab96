package dev.remit.tickets.measurements;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.delivery.Counts;
import dev.remit.engines.delivery.Measurement;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.clocks.ExcuseReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a source has counted in a period. A parameter in percent is a hundred times numerator by denominator, any other is
 * numerator by denominator.
 *
 * @param numerator what counts for the figure: minutes in which it was up, machines that were patched in time
 * @param denominator of how many; 0 where there was nothing to count
 * @param exclusions parts of both that do not count for a reason that the agreement names, and have nothing in common
 * @param source where the counts are from
 * @param note may be absent
 */
@Schema(name = "MeasurementRequest")
public record MeasurementBody(
        @NotNull @Min(0) @Max(Counts.MOST) @Schema(examples = "43140")
        Long numerator,

        @NotNull @Min(0) @Max(Counts.MOST) @Schema(examples = "43200")
        Long denominator,

        @Size(max = 100) List<@NotNull @Valid Exclusion> exclusions,

        @NotBlank @Size(max = 200) @Schema(examples = "Monitor at the data centre")
        String source,

        @Size(max = 500) String note) {

    public MeasurementBody {
        // Null elements stay, so that validation can name them.
        exclusions = exclusions == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(exclusions));
    }

    /**
     * A part that does not count.
     *
     * @param numerator how much of the part is in the numerator
     * @param denominator how much of it is in the denominator
     * @param note what happened, as the announcement of a maintenance window
     */
    @Schema(name = "MeasurementExclusion")
    public record Exclusion(
            @NotNull ExcuseReason reason,
            @NotNull @Min(0) @Max(Counts.MOST) Long numerator,
            @NotNull @Min(0) @Max(Counts.MOST) Long denominator,
            @MayBeAbsent @Size(max = 500) String note) {}

    /** @throws InvalidInput if more is excluded than was counted */
    Measurement measurement() {
        return new Measurement(
                new Counts(numerator, denominator),
                exclusions.stream()
                        .map(part -> new Measurement.Exclusion(
                                part.reason().name(), new Counts(part.numerator(), part.denominator())))
                        .toList());
    }
}
