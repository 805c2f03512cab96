package dev.remit.tickets.rulings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says what kind of work it is. */
@Schema(name = "RulingRequest", additionalProperties = Schema.False.class)
record RulingRequest(
        @NotBlank @Size(max = 64) @Schema(description = "Code of a catalogue item")
        String item,

        @NotBlank @Size(max = 500) @Schema(description = "Why, for the record")
        String reason) {}
