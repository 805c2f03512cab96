package dev.remit.contracts.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason kept with the person and on the audit trail */
@Schema(name = "PersonStateChange", description = "Why somebody is let in no longer, or again.")
record PersonStateChange(
        @NotBlank @Size(max = 1000) @Schema(examples = "Left the firm")
        String reason) {}
