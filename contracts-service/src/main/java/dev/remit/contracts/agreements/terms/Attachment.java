package dev.remit.contracts.agreements.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that belongs to the contract and is kept elsewhere.
 *
 * @param name of the file or of what it is
 * @param sha256 of its bytes, in lower-case hex
 */
@Schema(description = "A file that belongs to the contract and is kept elsewhere.")
public record Attachment(
        @NotBlank @Size(max = 200) @Schema(examples = "Data processing agreement.pdf")
        String name,

        @NotNull
        @Pattern(regexp = SHA_256)
        @Schema(
                description = "SHA-256 of its bytes, in lower-case hex.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256) {

    static final String SHA_256 = "^[0-9a-f]{64}$";
}
