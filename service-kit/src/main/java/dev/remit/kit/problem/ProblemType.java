package dev.remit.kit.problem;

import java.net.URI;

/** Every kind of problem that an API answers with. The slug names it for good: clients may branch on it. */
public enum ProblemType {
    VALIDATION("validation", 400, "The request is not valid"),
    MALFORMED_JSON("malformed-json", 400, "The body is not well-formed JSON"),
    UNAUTHORIZED("unauthorized", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "The token does not allow this"),
    NO_TENANT("no-tenant", 403, "The token names no tenant"),
    TENANT_SUSPENDED("tenant-suspended", 403, "The tenant is suspended"),
    NOT_FOUND("not-found", 404, "There is no such thing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method does not apply here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No answer in an accepted media type"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request did not come in time"),
    CONFLICT("conflict", 409, "The request conflicts with what is there"),
    WRONG_STATE("wrong-state", 409, "The present state does not allow this"),
    BUSY("busy", 409, "The same thing is being worked on"),
    CLOCK_BACKWARDS("clock-backwards", 409, "A sandbox clock only moves forward"),
    GONE("gone", 410, "This is no longer kept"),
    STALE("stale", 412, "It has changed since it was read"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body's media type is not taken here"),
    KEY_REUSED("key-reused", 422, "The idempotency key belongs to another request"),
    RULE_BROKEN("rule-broken", 422, "The content breaks a rule"),
    PRECONDITION_REQUIRED("precondition-required", 428, "The request must say which version it changes"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    BAD_GATEWAY("bad-gateway", 502, "A service gave no usable answer"),
    SERVICE_UNAVAILABLE("service-unavailable", 503, "Not available right now"),
    GATEWAY_TIMEOUT("gateway-timeout", 504, "A service took too long");

    private static final String BASE = "https://remit.dev/problems/";

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable name of the type; a name, which need not resolve. */
    public URI uri() {
        return URI.create(BASE + slug);
    }

    /** The type that stands for a bare HTTP status; a status without a type of its own falls to its class. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 410 -> GONE;
            case 412 -> STALE;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 502 -> BAD_GATEWAY;
            case 503 -> SERVICE_UNAVAILABLE;
            case 504 -> GATEWAY_TIMEOUT;
            default -> status >= 400 && status < 500 ? VALIDATION : INTERNAL_ERROR;
        };
    }
}
