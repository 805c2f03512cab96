package dev.remit.billing.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "QuoteRefusal", description = "The approver's no.")
public record Refusal(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "The approver's name, typed by them", examples = "Eleanor Whitfield")
        String typedName,

        @NotBlank @Size(max = 2000) @Schema(examples = "We move it ourselves")
        String reason,

        @Size(max = 64)
        @Schema(description = "The quote's shownHash as it was read: anything else is refused. Absent: not checked")
        String shownHash) {}
