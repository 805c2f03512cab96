package dev.remit.tickets.reviews;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody decides so. */
@Schema(additionalProperties = Schema.False.class)
record ReviewDecision(
        @NotBlank @Size(max = 500) @Schema(description = "For the record")
        String reason) {}
