package dev.remit.billing.approvals;

import dev.remit.kit.http.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A request for more room than a work item's earlier quotes give. Approved caps add up.")
public record FurtherQuote(
        @NotNull UUID workItemId,

        @NotBlank @Size(max = 1000) @Schema(examples = "The server racks needed a second afternoon")
        String summary,

        @Valid
        @Size(min = 1, max = PlannedLine.MOST_LINES)
        @Schema(description = "What the room is for. Absent: nobody says")
        List<@NotNull PlannedLine> lines,

        @NotNull @Valid MoneyJson cap,

        @Schema(description = "That the cap may be below what the lines come to")
        Boolean confirmCapBelowEstimate,

        Instant expiresAt,

        @Email
        @Size(max = 254)
        @Schema(description = "One of the client's active approvers; the earlier quote's if absent")
        String approverEmail,

        @Size(min = 1, max = 255) @Schema(description = "Login of the approver, where an e-mail is that of several")
        String approverLogin) {}
