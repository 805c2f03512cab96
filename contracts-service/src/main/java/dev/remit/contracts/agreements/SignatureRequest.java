package dev.remit.contracts.agreements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signature: the typed name and title under what was read.
 *
 * @param name of the person who signs
 * @param title in which they sign
 * @param contentHash the hash of what they read
 */
record SignatureRequest(
        @NotBlank @Size(max = 200) @Schema(description = "Your own name, typed.", examples = "Eleanor Whitfield")
        String name,

        @NotBlank @Size(max = 100) @Schema(description = "In what capacity you sign.", examples = "Managing partner")
        String title,

        @NotNull
        @Pattern(regexp = "^[0-9a-f]{64}$")
        @Schema(
                description = "The contentHash of the version that you read.",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String contentHash) {}
