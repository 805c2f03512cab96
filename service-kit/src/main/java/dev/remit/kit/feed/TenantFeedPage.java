package dev.remit.kit.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.http.Continued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of one tenant's events, in order.
 *
 * @param after what to ask with next time, also when there was nothing
 */
public record TenantFeedPage(List<Item> items, long after) implements Continued {
    /** One thing that happened to {@code subject}. */
    @Schema(name = "FeedItem")
    public record Item(
            long position,
            String type,
            UUID subject,
            Instant occurredAt,
            @Schema(implementation = Object.class) JsonNode payload) {
        static Item of(FeedEvent event) {
            return new Item(event.position(), event.type(), event.subject(), event.occurredAt(), event.payload());
        }
    }

    /** Nothing follows what ends here for now: whoever walks along the links comes to an end. */
    @Override
    public Optional<Continuation> continuation() {
        return items.isEmpty() ? Optional.empty() : Optional.of(new Continuation("after", Long.toString(after)));
    }
}
