package dev.remit.billing.approvals;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "QuoteReaddressing", description = "Who decides from here on, by login or by e-mail.")
public record Readdressing(
        @Size(min = 1, max = 255)
        @Schema(description = "Login of one of the client's active approvers", examples = "partner")
        String approverLogin,

        @Email
        @Size(max = 254)
        @Schema(
                description = "E-mail of one of the client's active approvers; used where no login is given",
                examples = "eleanor.whitfield@whitfield-crane.example")
        String approverEmail) {}
