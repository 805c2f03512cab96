package dev.remit.kit.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;

/** An answer as its bytes. */
record StoredAnswer(int status, String location, String etag, byte[] body) {
    RestResponse<String> first() {
        return builder().build();
    }

    RestResponse<String> again() {
        return builder().header(RequestKey.REPLAYED, "true").build();
    }

    private RestResponse.ResponseBuilder<String> builder() {
        RestResponse.ResponseBuilder<String> builder =
                RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status));
        if (body != null) {
            // As text, which the writer of JSON leaves as it is; bytes it would encode.
            builder.entity(new String(body, StandardCharsets.UTF_8)).type(MediaType.APPLICATION_JSON_TYPE);
        }
        // As plain headers: relative locations stay as they are and a replay has the same bytes behind every host name.
        if (location != null) {
            builder.header(HttpHeaders.LOCATION, location);
        }
        return etag == null ? builder : builder.header(HttpHeaders.ETAG, etag);
    }
}
