package dev.remit.notifications.delivery;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.notifications.notifications.Notification;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a subscription is sent of a notification. */
@Schema(name = "Delivery", description = "What a subscription is sent of a notification.")
record DeliveryView(
        UUID id,
        UUID subscriptionId,

        @Schema(description = "The same at every try, in the header field webhook-id")
        UUID webhookId,

        @Schema(description = "What is told, such as clock.breached")
        String type,

        UUID subjectId,

        @Schema(description = "Counts what was told of the subject")
        long sequence,

        DeliveryState state,

        @Schema(description = "How often it was tried") int attempts,
        Instant createdAt,

        @MayBeAbsent @Schema(description = "When it arrived, or failed for good; absent while it waits")
        Instant endedAt) {

    static DeliveryView of(Delivery delivery, Notification notification) {
        return new DeliveryView(
                delivery.id(),
                delivery.subscription(),
                delivery.notification(),
                notification.type(),
                delivery.subject(),
                delivery.sequence(),
                delivery.state(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.endedAt().orElse(null));
    }
}
