package dev.remit.tickets.connections;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one name of a source means. */
@Schema(name = "NameMapping", additionalProperties = Schema.False.class)
record NameMapping(
        @NotNull NameTable table,

        @NotBlank @Size(max = 100) @Schema(description = "As the source writes it")
        String name,

        @NotBlank
        @Size(max = 64)
        @Schema(
                description =
                        "Our word: a status or channel of ours, or a priority, class, work type or role of agreements")
        String means) {}
