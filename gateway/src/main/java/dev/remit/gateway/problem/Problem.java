package dev.remit.gateway.problem;

import dev.remit.gateway.exchange.Exchange;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer in the form of RFC 9457.
 *
 * @param type   what went wrong
 * @param detail what the caller can do about it; never the inside of a service
 * @param headers the header fields that go with it
 */
public record Problem(ProblemType type, String detail, Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public Problem(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    public Problem with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, more);
    }

    public Buffer body(String requestId) {
        return new JsonObject()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("requestId", requestId)
                .toBuffer();
    }

    /** Answers with this problem, and lets the client finish what it was sending. */
    public void answer(RoutingContext ctx) {
        var response = ctx.response();
        if (response.ended() || response.closed() || response.headWritten()) {
            return;
        }
        response.setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.forEach(response::putHeader);
        response.end(body(Exchange.of(ctx).requestId()));
        UnreadBody.drain(ctx.request());
    }

    /** The last resort for a handler that failed: its status as a problem, its cause in the log alone. */
    public static Problem ofFailure(RoutingContext ctx) {
        var type = ProblemType.ofStatus(ctx.statusCode());
        return new Problem(
                type,
                type == ProblemType.INTERNAL_ERROR
                        ? "The request id leads to what happened."
                        : "This request cannot be answered as it is.");
    }
}
