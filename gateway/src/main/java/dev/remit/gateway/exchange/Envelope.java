package dev.remit.gateway.exchange;

import dev.remit.gateway.GatewayConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What every request and answer carries, whatever is in them: ids, protective header fields, a line in the access log. */
@Singleton
public class Envelope {

    public static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");

    /** What a browser may do with what is no page: nothing. */
    public static final CharSequence NO_PAGE =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    public static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

    private static final Logger ACCESS = Logger.getLogger("dev.remit.gateway.access");
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int CLIENT_LEFT = 499;

    /** As the connection writes them, so that nothing is computed of them for each answer. */
    private static final Map<CharSequence, CharSequence> PROTECTIVE = Stream.of(
                    Map.entry("X-Content-Type-Options", "nosniff"),
                    Map.entry("X-Frame-Options", "DENY"),
                    Map.entry("Referrer-Policy", "no-referrer"),
                    Map.entry("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
                    Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
                    Map.entry("Cross-Origin-Opener-Policy", "same-origin"))
            .collect(Collectors.toUnmodifiableMap(
                    field -> HttpHeaders.createOptimized(field.getKey()),
                    field -> HttpHeaders.createOptimized(field.getValue())));

    private final TrustedProxies proxies;
    private final Cors cors;
    private final RequestSpans spans;
    private final long hstsSeconds;

    Envelope(TrustedProxies proxies, Cors cors, RequestSpans spans, GatewayConfig config) {
        this.proxies = proxies;
        this.cors = cors;
        this.spans = spans;
        hstsSeconds = config.hstsMaxAge().toSeconds();
    }

    /** Begins the exchange, unless it has begun: a request that no route could be asked about fails before it is opened. */
    public Exchange open(RoutingContext ctx) {
        Exchange begun = Exchange.of(ctx);
        if (begun != null) {
            return begun;
        }
        HttpServerRequest request = ctx.request();
        var exchange = new Exchange(requestId(request), spans.begin(request), proxies.originOf(request));
        exchange.attach(ctx);
        MultiMap headers = ctx.response().headers();
        headers.set(REQUEST_ID, exchange.requestId());
        PROTECTIVE.forEach(headers::set);
        headers.set(CONTENT_SECURITY_POLICY, NO_PAGE);
        if (hstsSeconds > 0) {
            headers.set("Strict-Transport-Security", "max-age=" + hstsSeconds);
        }
        cors.open(ctx);
        ctx.addEndHandler(done -> log(ctx, exchange, !ctx.response().ended()));
        return exchange;
    }

    private static String requestId(HttpServerRequest request) {
        String given = request.getHeader(REQUEST_ID);
        return given != null && SANE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private static void log(RoutingContext ctx, Exchange exchange, boolean brokenOff) {
        int status = brokenOff && !ctx.response().headWritten()
                ? CLIENT_LEFT
                : ctx.response().getStatusCode();
        RequestSpans.end(exchange, ctx.request().method(), status);
        // The text says the ids once more, for people.
        exchange.log(() -> ACCESS.info("requestId=" + exchange.requestId()
                + " tenant=" + exchange.tenant()
                + " route=" + exchange.route()
                + " method=" + Methods.label(ctx.request().method())
                + " status=" + status
                + (brokenOff ? " broken-off" : "")
                + " ms=" + exchange.elapsedMillis()));
    }
}
