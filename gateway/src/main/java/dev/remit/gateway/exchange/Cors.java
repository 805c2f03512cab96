package dev.remit.gateway.exchange;

import dev.remit.gateway.GatewayConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pages of other origins may call from within a browser. An origin is allowed for tenants; nothing is where nothing is set.
 * A browser asks beforehand, without a token, so it is told yes where the origin is any tenant's; the request itself passes where
 * it is that of the token's tenant.
 */
@Singleton
public class Cors {

    private static final String ANY_TENANT = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_FIELDS = "Accept, Authorization, Content-Type, Idempotency-Key, If-Match,"
            + " If-None-Match, traceparent, tracestate, X-Request-Id";
    private static final String ANSWER_FIELDS =
            "Allow, Content-Disposition, Deprecation, ETag, Idempotent-Replayed, Link,"
                    + " Location, RateLimit, RateLimit-Policy, Retry-After, Sunset, WWW-Authenticate, X-Request-Id";

    private static final String SECONDS_TO_REMEMBER = "600";

    private final Map<String, Set<String>> byTenant = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    Cors(GatewayConfig config) {
        for (String given : config.corsOrigins().orElse(List.of())) {
            String[] parts = given.strip().split("=", 2);
            if (parts.length != 2 || parts[0].isBlank() || !parts[1].matches("https?://[^/*\\s]+")) {
                throw new IllegalArgumentException(
                        "An origin is given as tenant=scheme://host[:port], or with * for every tenant, not as "
                                + given);
            }
            byTenant.computeIfAbsent(parts[0], first -> new HashSet<>()).add(parts[1]);
            all.add(parts[1]);
        }
    }

    /** Begins an answer: a page of a known origin may read it. */
    void open(RoutingContext ctx) {
        if (all.isEmpty()) {
            return;
        }
        MultiMap headers = ctx.response().headers();
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isFromKnownOrigin(ctx.request())) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin(ctx.request()));
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_FIELDS);
        }
    }

    /** Answers a browser that asks beforehand for a page of a known origin; says whether it was one. */
    public boolean answerPreflight(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        boolean preflight = request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)
                && isFromKnownOrigin(request);
        if (preflight) {
            Exchange.of(ctx).route("preflight");
            ctx.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_FIELDS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_TO_REMEMBER)
                    .end();
        }
        return preflight;
    }

    /** Whether the request may pass: not where its page was told yes beforehand for another tenant's sake alone. */
    public boolean admits(RoutingContext ctx) {
        if (!isFromKnownOrigin(ctx.request())) {
            return true;
        }
        String origin = origin(ctx.request());
        String tenant = Exchange.of(ctx).tenant();
        if (byTenant.getOrDefault(tenant, Set.of()).contains(origin)
                || byTenant.getOrDefault(ANY_TENANT, Set.of()).contains(origin)) {
            return true;
        }
        ctx.response().headers().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
        return false;
    }

    private boolean isFromKnownOrigin(HttpServerRequest request) {
        return all.contains(String.valueOf(origin(request)));
    }

    private static String origin(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.ORIGIN);
    }
}
