package dev.remit.kit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.json.Lenient;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads of an event's payload what a record of the reader names, and passes over the rest. */
@ApplicationScoped
public class FeedPayloads {
    private final ObjectMapper json;

    FeedPayloads(@Lenient ObjectMapper json) {
        this.json = json;
    }

    /** @throws IllegalStateException where the payload does not fit, which sets the event aside */
    public <T> T read(FeedEvent event, Class<T> type) {
        try {
            return json.treeToValue(event.payload(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event.type() + " at position " + event.position() + " cannot be read", e);
        }
    }
}
