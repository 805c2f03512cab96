package dev.remit.billing.exports;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose lines to put into a batch. */
@Schema(name = "ExportBatchRequest")
public record BatchRequest(
        @Size(max = 64) @Schema(description = "Only this client's lines; everybody's if absent")
        String clientCode) {}
