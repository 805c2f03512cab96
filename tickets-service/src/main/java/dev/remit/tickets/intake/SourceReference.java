package dev.remit.tickets.intake;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PathParam;

/** How a source calls a ticket or a time entry. */
public class SourceReference {
    /** The connection's name. */
    @PathParam("connection")
    @Size(max = 40)
    String connection;

    /** The source's own key of the object. No key holds control characters, or the sign that stands for bytes which are no text. */
    @PathParam("externalId")
    @Size(min = 1, max = 100)
    @Pattern(regexp = "^[^\\x00-\\x1f\\x7f\\ufffd]*$", message = "must not hold control characters")
    String externalId;

    /** Of an object that is not named by a path. */
    static SourceReference of(String connection, String externalId) {
        SourceReference reference = new SourceReference();
        reference.connection = connection;
        reference.externalId = externalId;
        return reference;
    }

    public String connection() {
        return connection;
    }

    public String externalId() {
        return externalId;
    }
}
