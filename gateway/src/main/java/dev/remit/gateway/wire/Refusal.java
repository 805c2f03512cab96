package dev.remit.gateway.wire;

import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Why a request is refused before its meaning is looked at. Its connection ends with the answer. */
public enum Refusal {
    UNREADABLE(ProblemType.BAD_REQUEST, "This is not a well-formed HTTP/1.1 request."),
    VERSION(ProblemType.BAD_REQUEST, "Send HTTP/1.1."),
    TARGET(ProblemType.BAD_REQUEST, "The address must be a path that begins with a slash."),
    ADDRESS(ProblemType.BAD_REQUEST, "The address has characters that must be encoded."),
    HOST(ProblemType.BAD_REQUEST, "Send one Host field with a host and at most a port."),
    FRAMING(ProblemType.BAD_REQUEST, "Send a Content-Length or chunks, and nothing else."),
    CHUNK(ProblemType.BAD_REQUEST, "The body's chunks cannot be read."),
    EXPECTATION(ProblemType.BAD_REQUEST, "The one expectation that is understood is 100-continue."),
    CONNECTION(ProblemType.BAD_REQUEST, "The Connection field names a field that must not be dropped."),
    ADDRESS_TOO_LONG(ProblemType.URI_TOO_LONG, "The first line of a request may have 8 KiB."),
    FIELDS_TOO_LARGE(ProblemType.HEADER_FIELDS_TOO_LARGE, "The header fields together may have 16 KiB."),
    HEAD_TOO_SLOW(ProblemType.REQUEST_TIMEOUT, "The header fields did not come in time.");

    /** Carries a refusal from the decoder to the routes. The decoder drops it from every request that it lets pass. */
    static final CharSequence FIELD = HttpHeaders.createOptimized("x-remit-refusal");

    private final ProblemType type;
    private final String detail;

    Refusal(ProblemType type, String detail) {
        this.type = type;
        this.detail = detail;
    }

    public Problem problem() {
        return new Problem(type, detail);
    }

    /** The decoder's verdict on this request; empty where it had nothing against it. */
    public static Optional<Refusal> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(FIELD)).map(Refusal::valueOf);
    }
}
