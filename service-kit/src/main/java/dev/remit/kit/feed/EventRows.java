package dev.remit.kit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.json.Lenient;
import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** How a neighbour's events are written into this service's tables and read from them. */
@ApplicationScoped
class EventRows {
    private final ObjectMapper json;

    EventRows(@Lenient ObjectMapper json) {
        this.json = json;
    }

    /** @param row position, type, tenant, subject, when it occurred, and payload */
    FeedEvent read(Sql.Row row) throws SQLException {
        try {
            return new FeedEvent(
                    row.number(1), row.text(2), row.uuid(3), row.uuid(4), row.instant(5), json.readTree(row.bytes(6)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Escaped, since half a character, which could be what is wrong with an event, has no bytes. */
    byte[] payload(FeedEvent event) {
        try {
            return json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(event.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
