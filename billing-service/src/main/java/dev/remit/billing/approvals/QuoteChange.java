package dev.remit.billing.approvals;

import dev.remit.kit.http.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What to change about a draft; what is absent stays as it was.")
public record QuoteChange(
        @Size(min = 1, max = 1000) @Schema(examples = "Move 24 workstations and 2 servers to the 9th floor")
        String summary,

        @Valid
        @Size(min = 1, max = PlannedLine.MOST_LINES)
        @Schema(description = "All lines of the quote, in place of those before; the cap follows them until it is set")
        List<@NotNull PlannedLine> lines,

        @Valid MoneyJson cap,

        @Schema(description = "That the cap may be below what the lines come to")
        Boolean confirmCapBelowEstimate,

        Instant expiresAt,

        @Email @Size(max = 254) @Schema(description = "One of the client's active approvers")
        String approverEmail,

        @Size(min = 1, max = 255) @Schema(description = "Login of the approver, where an e-mail is that of several")
        String approverLogin) {}
