package dev.remit.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers with more to them than a body. Locations are relative, the same behind every host name. */
public final class Answers {
    private Answers() {}

    public static <T> RestResponse<T> ok(T body) {
        return RestResponse.ok(body);
    }

    /** With the ETag of the version that is shown. */
    public static <T> RestResponse<T> ok(T body, long version) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, ETags.of(version))
                .build();
    }

    /** What is asked for is under way. */
    public static <T> RestResponse<T> accepted(T body) {
        return ResponseBuilder.accepted(body).build();
    }

    /** @param location the path of what was created */
    public static <T> RestResponse<T> created(String location, T body) {
        return ResponseBuilder.create(Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /**
     * With the ETag of its first version.
     *
     * @param location the path of what was created
     */
    public static <T> RestResponse<T> created(String location, T body, long version) {
        return ResponseBuilder.create(Status.CREATED, body)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, ETags.of(version))
                .build();
    }
}
