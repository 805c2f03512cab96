package dev.remit.tickets.rulings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many units of a work item somebody has counted. */
@Schema(name = "QuantityRequest", additionalProperties = Schema.False.class)
record QuantityRequest(
        @NotNull @Min(0) @Max(1_000_000) @Schema(examples = "12")
        Long count) {}
