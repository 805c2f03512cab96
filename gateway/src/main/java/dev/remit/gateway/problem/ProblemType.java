package dev.remit.gateway.problem;

import java.util.Arrays;

/** The problems that the gateway itself answers with; the slug ends the problem's {@code type}, as in every service. */
public enum ProblemType {
    BAD_REQUEST("bad-request", 400, "The request cannot be read"),
    UNAUTHORIZED("unauthorized", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "The token does not allow this"),
    NOT_FOUND("not-found", 404, "There is no such thing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method does not apply here"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request did not come in time"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not taken here"),
    URI_TOO_LONG("uri-too-long", 414, "The address is too long"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    HEADER_FIELDS_TOO_LARGE("header-fields-too-large", 431, "The header fields are too large"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    BAD_GATEWAY("bad-gateway", 502, "A service gave no usable answer"),
    SERVICE_UNAVAILABLE("service-unavailable", 503, "Not available right now"),
    GATEWAY_TIMEOUT("gateway-timeout", 504, "A service took too long");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    String uri() {
        return "https://remit.dev/problems/" + slug;
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The problem for a status that a handler failed with; one that is not ours falls to its class. */
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }
}
