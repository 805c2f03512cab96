package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.PlainText;
import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the MSP owes on a schedule.
 *
 * @param clause the clause that promises it
 * @param code its name for programs
 * @param name its name for people
 * @param every how often
 * @param evidence by which it is shown; may be null
 */
@Schema(description = "What the MSP owes on a schedule.")
public record Deliverable(
        @NotNull @Pattern(regexp = Clause.ID) String clause,

        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "restore-test")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "A restore of a server from its backup")
        String name,

        @NotNull Period every,

        @Size(max = 500) @Pattern(regexp = PlainText.FILLED) String evidence) {}
