package dev.remit.kit.access;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AccessRecord", description = "Who asked for what, and what came of it.")
public record AccessView(
        UUID id,

        @Schema(description = "The machine's time") Instant at,

        User user,

        @MayBeAbsent @Schema(description = "The IP address from which it came", examples = "203.0.113.9")
        String address,

        @Schema(
                description = "The operation's id in this document, or the method of a request that was refused before",
                examples = "downloadLines")
        String operation,

        @Schema(description = "The path that was asked for", examples = "/api/billing/v1/export-batches/7/lines.csv")
        String object,

        @Schema(examples = "200") int status,
        Outcome outcome,
        @MayBeAbsent String requestId) {

    /** What came of it. */
    @Schema(name = "AccessOutcome")
    public enum Outcome {
        ALLOWED,
        REFUSED,
        FAILED;

        static Outcome of(int status) {
            if (Access.isRefusal(status)) {
                return REFUSED;
            }
            return status < 400 ? ALLOWED : FAILED;
        }
    }

    @Schema(name = "AccessUser", description = "Whom the verified token named; empty where a signature was wrong")
    public record User(
            @MayBeAbsent @Schema(description = "The id of the account at the identity server")
            String subject,

            @MayBeAbsent @Schema(description = "The name they log in with", examples = "partner")
            String login,

            @MayBeAbsent @Schema(description = "Code of the client to which the token is bound")
            String client) {}
}
