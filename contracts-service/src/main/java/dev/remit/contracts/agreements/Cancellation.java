package dev.remit.contracts.agreements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Word that a signed version is not to begin.
 *
 * @param reason why not
 * @param notice that was given; null for none
 */
record Cancellation(
        @NotBlank @Size(max = 1000) @Schema(examples = "Both agreed to stay with the rates of this year.")
        String reason,

        @Valid @Schema(description = "The notice that was given. Absent: none.")
        Notice notice) {}
