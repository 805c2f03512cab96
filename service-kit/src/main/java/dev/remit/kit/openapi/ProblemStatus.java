package dev.remit.kit.openapi;

/** A status that an operation can answer a problem with, and the name under which operations refer to that answer. */
enum ProblemStatus {
    BAD_REQUEST(400, "BadRequest", true, "The request is not valid"),
    UNAUTHORIZED(401, "Unauthorized", true, "A valid access token is needed"),
    FORBIDDEN(403, "Forbidden", true, "The token does not allow this"),
    NOT_FOUND(404, "NotFound", true, "It is not there, or it is not yours"),
    NOT_ACCEPTABLE(406, "NotAcceptable", true, "None of the accepted media types is made here"),
    CONFLICT(409, "Conflict", false, "It conflicts with what is there, or the state does not allow it"),
    PRECONDITION_FAILED(412, "PreconditionFailed", false, "It has changed since it was read"),
    CONTENT_TOO_LARGE(413, "ContentTooLarge", false, "The body is too large"),
    URI_TOO_LONG(414, "UriTooLong", true, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "UnsupportedMediaType", false, "The body's media type or coding is not taken here"),
    UNPROCESSABLE_CONTENT(422, "UnprocessableContent", false, "The content is well-formed and breaks a rule"),
    PRECONDITION_REQUIRED(428, "PreconditionRequired", false, "The request must say which version it changes"),
    TOO_MANY_REQUESTS(429, "TooManyRequests", true, "There were too many requests; Retry-After says when to go on"),
    INTERNAL_SERVER_ERROR(500, "InternalServerError", true, "Something went wrong on our side"),
    BAD_GATEWAY(502, "BadGateway", true, "A service gave no usable answer"),
    SERVICE_UNAVAILABLE(503, "ServiceUnavailable", true, "Something is away; Retry-After says when to try again"),
    GATEWAY_TIMEOUT(504, "GatewayTimeout", true, "A service took too long");

    private static final int FIRST_PROBLEM = 400;

    private final int code;
    private final String component;
    private final boolean ofReading;
    private final String description;

    ProblemStatus(int code, String component, boolean ofReading, String description) {
        this.code = code;
        this.component = component;
        this.ofReading = ofReading;
        this.description = description;
    }

    static boolean isProblem(String status) {
        return status.matches("[0-9]{3}") && Integer.parseInt(status) >= FIRST_PROBLEM;
    }

    String code() {
        return String.valueOf(code);
    }

    String component() {
        return component;
    }

    /** Whether an operation that only reads can answer it too. */
    boolean ofReading() {
        return ofReading;
    }

    /** Whether the answer has {@code Retry-After}. */
    boolean saysWhenToRetry() {
        return this == TOO_MANY_REQUESTS || this == SERVICE_UNAVAILABLE;
    }

    String description() {
        return description;
    }
}
