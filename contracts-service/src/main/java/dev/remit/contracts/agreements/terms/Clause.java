package dev.remit.contracts.agreements.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A numbered paragraph of a version. Every term points to one.
 *
 * @param id its number, unique in the version
 * @param title one line
 * @param text what the parties sign, word for word
 * @param kind what it is about; may be null
 */
@Schema(description = "A numbered paragraph of the agreement; every term points to one.")
public record Clause(
        @NotNull @Pattern(regexp = ID) @Schema(description = "Its number, unique in the version.", examples = "4.2")
        String id,

        @NotBlank @Size(max = 200) @Schema(examples = "Office moves")
        String title,

        @NotBlank
        @Size(max = 20_000)
        @Schema(
                description = "What the parties sign, word for word.",
                examples = "Moving workstations or servers to other premises is not included and is billed by the"
                        + " hour at the rates of clause 7.")
        String text,

        @Schema(description = "What it is about, so that lint can tell which kind is missing.")
        ClauseKind kind) {

    /** The form of a clause's number, such as {@code 4.2} or {@code A-1}. */
    static final String ID = "^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,18}[A-Za-z0-9])?$";
}
