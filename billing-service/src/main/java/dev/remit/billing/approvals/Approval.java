package dev.remit.billing.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "QuoteApproval", description = "The approver's yes.")
public record Approval(
        @NotBlank
        @Size(max = 200)
        @Schema(description = "The approver's name, typed by them", examples = "Eleanor Whitfield")
        String typedName,

        @Size(max = 64)
        @Schema(description = "The quote's shownHash as it was read: anything else is refused. Absent: not checked")
        String shownHash) {}
