package dev.remit.billing.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "QuoteWithdrawal", description = "Why a quote is taken back.")
public record Withdrawal(
        @NotBlank @Size(max = 2000) @Schema(examples = "The approver has left the firm")
        String reason) {}
