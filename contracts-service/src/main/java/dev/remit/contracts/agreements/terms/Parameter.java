package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A figure of the service that is promised, such as 99.9 percent of uptime in a month. One of {@code atLeast} and
 * {@code atMost} is given.
 *
 * @param clause the clause that promises it
 * @param code its name for programs
 * @param name its name for people
 * @param unit of the figures
 * @param atLeast decimal text
 * @param atMost decimal text
 * @param period over which it is measured
 * @param source where the figures come from
 * @param exclusions what does not count
 */
@Schema(name = "DeliveryParameter", description = "A figure of the service that is promised.")
public record Parameter(
        @NotNull @Pattern(regexp = Clause.ID) String clause,

        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "server-uptime")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "Uptime of the servers")
        String name,

        @NotBlank @Size(max = 40) @Schema(examples = "%") String unit,

        @Pattern(regexp = RateCard.FINE_AMOUNT) @Schema(examples = "99.9")
        String atLeast,

        @Pattern(regexp = RateCard.FINE_AMOUNT) String atMost,
        @NotNull Period period,
        @NotBlank @Size(max = 200) String source,
        @Size(max = 3) List<@NotNull Exclusion> exclusions) {

    public Parameter {
        exclusions = Terms.copy(exclusions);
    }
}
