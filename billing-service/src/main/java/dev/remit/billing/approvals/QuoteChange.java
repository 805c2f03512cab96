package dev.remit.billing.approvals;

import dev.remit.kit.http.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What to change about a draft; what is absent stays as it was.")
public record QuoteChange(
        @Size(min = 1, max = 1000) @Schema(examples = "Move 24 workstations and 2 servers to the 9th floor")
        String summary,

        @Min(1) @Max(QuoteChange.MOST_MINUTES) @Schema(examples = "1080")
        Integer estimateMinutes,

        @Valid MoneyJson cap,
        Instant expiresAt,

        @Email @Size(max = 254) @Schema(description = "One of the client's active approvers")
        String approverEmail,

        @Size(min = 1, max = 255) @Schema(description = "Login of the approver, where an e-mail is that of several")
        String approverLogin) {

    static final int MOST_MINUTES = 1_000_000;
}
