package dev.remit.billing.exports;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far finance has the feed by now. */
@Schema(name = "FeedAcknowledgement")
public record FeedAcknowledgement(
        long through,
        String reference,

        @Schema(description = "Lines that were not acknowledged before")
        int acknowledged) {

    /** Finance's word how far it has the feed. */
    @Schema(name = "FeedAcknowledgementRequest")
    public record Request(
            @NotNull @Min(1) @Schema(description = "The last position that finance has")
            Long through,

            @NotBlank @Size(max = 255) @Schema(description = "Finance's own reference", examples = "JE-2026-06-118")
            String reference) {}
}
