package dev.remit.billing.feeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.feed.FeedEvent;

/** Reads of an event's payload what a record names, and passes over the rest. */
final class Payloads {
    private final ObjectMapper json;

    Payloads(ObjectMapper lenient) {
        this.json = lenient;
    }

    <T> T read(FeedEvent event, Class<T> type) {
        try {
            return json.treeToValue(event.payload(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.type() + " at position " + event.position() + " cannot be read", e);
        }
    }
}
