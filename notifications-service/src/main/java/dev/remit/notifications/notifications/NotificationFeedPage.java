package dev.remit.notifications.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.feed.TenantFeedPage;
import dev.remit.kit.http.Continued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of what a tenant's receivers are told, in order.
 *
 * @param after what to ask with next time, also when there was nothing
 */
@Schema(name = "NotificationFeed", description = "A stretch of what webhooks tell, in order.")
record NotificationFeedPage(
        List<Item> items,

        @Schema(description = "What to ask with next time, also when there was nothing")
        long after,

        @Schema(
                description =
                        "Whether there may be more after it already: by a filter a part can have few items, or none,"
                                + " and yet more after it")
        boolean more)
        implements Continued {
    private static final String ID = "id";
    private static final String BODY = "body";

    /** One notification, in the words of its webhook. */
    @Schema(name = "NotificationFeedItem", description = "What a webhook says, and its place in the feed.")
    record Item(
            long position,

            @Schema(description = "The webhook-id of the same webhook")
            UUID id,

            String type,

            @Schema(description = "When it happened, by the tenant's clock")
            Instant timestamp,

            @Schema(implementation = WebhookData.class) JsonNode data) {

        static Item of(TenantFeedPage.Item stored) {
            JsonNode body = stored.payload().path(BODY);
            return new Item(
                    stored.position(),
                    UUID.fromString(stored.payload().path(ID).asText()),
                    body.path("type").asText(),
                    Instant.parse(body.path("timestamp").asText()),
                    body.path("data"));
        }

        Optional<String> clientCode() {
            return Optional.ofNullable(data.at("/client/code").textValue());
        }
    }

    @Override
    public Optional<Continuation> continuation() {
        return more || !items.isEmpty()
                ? Optional.of(new Continuation("after", Long.toString(after)))
                : Optional.empty();
    }
}
