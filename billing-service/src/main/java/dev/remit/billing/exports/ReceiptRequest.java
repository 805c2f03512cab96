package dev.remit.billing.exports;

import dev.remit.kit.http.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Finance's word that it has a batch. */
@Schema(name = "BatchAcknowledgementRequest")
public record ReceiptRequest(
        @NotBlank @Size(max = 255) @Schema(description = "Finance's own reference", examples = "INV-2026-0412")
        String reference,

        @Valid @Schema(description = "What finance adds the batch up to; refused if it is something else")
        MoneyJson total) {}
