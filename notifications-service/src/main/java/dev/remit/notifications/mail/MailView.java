package dev.remit.notifications.mail;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody is or was written to about. */
@Schema(name = "Mail", description = "What somebody is or was written to about.")
record MailView(
        UUID id,

        @Schema(description = "What it is about", examples = "quote.sent")
        String kind,

        @MayBeAbsent @Schema(examples = "Eleanor Whitfield") String recipientName,

        @Schema(examples = "eleanor@whitfield-crane.example")
        String recipientEmail,

        MailState state,

        @Schema(description = "When it is sent, or was to be")
        Instant dueAt,

        @Schema(description = "How often it was tried") int attempts,
        Instant createdAt,

        @MayBeAbsent @Schema(description = "When the mail server took it, or it was given up; absent while it waits")
        Instant endedAt,

        @MayBeAbsent @Schema(description = "Why it was dropped, or what the last try met")
        String reason) {

    static MailView of(Mail mail) {
        return new MailView(
                mail.id(),
                mail.kind().wireName(),
                mail.recipientName(),
                mail.recipientEmail(),
                mail.state(),
                mail.due(),
                mail.attempts(),
                mail.createdAt(),
                mail.endedAt().orElse(null),
                mail.reason().orElse(null));
    }
}
