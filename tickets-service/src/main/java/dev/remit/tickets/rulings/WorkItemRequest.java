package dev.remit.tickets.rulings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A further request on a ticket. */
@Schema(name = "WorkItemRequest", additionalProperties = Schema.False.class)
record WorkItemRequest(
        @NotBlank @Size(max = 500) String title,

        @Size(min = 1, max = 64) @Schema(description = "Code of a catalogue item, where it is clear")
        String item) {}
