package dev.remit.tickets.connections;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a source is connected. */
@JsonPropertyOrder("signingKey")
@Schema(name = "ConnectionSettings", additionalProperties = Schema.False.class)
class ConnectionBody extends SourceWords {
    @Size(min = Connection.SHORTEST_KEY, max = 200)
    @Schema(description = "Key of the platform's callbacks; never shown again. Absent keeps the one there is")
    private String signingKey;

    String signingKey() {
        return signingKey;
    }
}
