package dev.remit.kit.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened.
 *
 * @param position its place in the feed, counted from 1 without gaps over all tenants
 * @param type such as {@code TicketReceived}
 * @param subject id of what it happened to
 * @param occurredAt by the tenant's clock
 */
public record FeedEvent(
        long position,
        String type,
        UUID tenant,
        UUID subject,
        Instant occurredAt,
        @Schema(implementation = Object.class) JsonNode payload) {

    /** The same, told of another of those that it happened to. */
    public FeedEvent about(UUID other) {
        return new FeedEvent(position, type, tenant, other, occurredAt, payload);
    }
}
