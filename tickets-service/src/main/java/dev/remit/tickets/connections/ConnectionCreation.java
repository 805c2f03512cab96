package dev.remit.tickets.connections;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source to connect. */
@JsonPropertyOrder({"name", "platform", "signingKey"})
@Schema(name = "ConnectionCreation", additionalProperties = Schema.False.class)
class ConnectionCreation extends SourceWords {
    @NotNull
    @Pattern(
            regexp = "(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*",
            message = "must be lower-case words joined by hyphens, at most 40 characters")
    @Schema(description = "Names the connection for good", examples = "cw")
    private String name;

    @NotNull
    private Platform platform;

    @Size(min = Connection.SHORTEST_KEY, max = 200)
    @Schema(
            description =
                    "Key of the platform's callbacks, never shown. Absent for CONNECTWISE, one is made and shown in"
                            + " the answer, once")
    private String signingKey;

    String name() {
        return name;
    }

    Platform platform() {
        return platform;
    }

    String signingKey() {
        return signingKey;
    }
}
