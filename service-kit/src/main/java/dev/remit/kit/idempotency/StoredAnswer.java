package dev.remit.kit.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** An answer as its bytes. */
record StoredAnswer(int status, String location, String etag, byte[] body) {
    private static final String REPLAYED = "Idempotent-Replayed";

    Response first() {
        return builder().build();
    }

    Response again() {
        return builder().header(REPLAYED, "true").build();
    }

    private Response.ResponseBuilder builder() {
        Response.ResponseBuilder builder = Response.status(status);
        if (body != null) {
            builder.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
        }
        // As plain headers: relative locations stay as they are and a replay has the same bytes behind every host name.
        if (location != null) {
            builder.header(HttpHeaders.LOCATION, location);
        }
        return etag == null ? builder : builder.header(HttpHeaders.ETAG, etag);
    }
}
