package dev.remit.gateway.exchange;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** What the gateway knows of one request and its answer. Confined to the request's event loop. */
public final class Exchange {

    private static final String KEY = Exchange.class.getName();

    private final String requestId;
    private final Context trace;
    private final Origin origin;
    private final long startedNanos = System.nanoTime();
    private String route = "none";
    private String tenant = "-";
    private String caller;

    Exchange(String requestId, Context trace, Origin origin) {
        this.requestId = requestId;
        this.trace = trace;
        this.origin = origin;
    }

    void attach(RoutingContext ctx) {
        ctx.put(KEY, this);
    }

    /** The exchange of this request; null before the {@link Envelope} has opened it. */
    public static Exchange of(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    public String requestId() {
        return requestId;
    }

    /** Whose span is the request's. */
    public Context trace() {
        return trace;
    }

    public Origin origin() {
        return origin;
    }

    /** The name under which the request is logged: never its path, which may carry a secret. */
    public String route() {
        return route;
    }

    public void route(String name) {
        route = name;
    }

    public String tenant() {
        return tenant;
    }

    /** The tenant that a verified token names. */
    public void tenant(String id) {
        tenant = id;
    }

    /** The subject of a verified token; null where the request has shown none. */
    public String caller() {
        return caller;
    }

    public void caller(String subject) {
        caller = subject;
    }

    /** Writes log lines that carry the exchange's ids as members, for collectors that read those. */
    public void log(Runnable lines) {
        MDC.put("requestId", requestId);
        MDC.put("tenant", tenant);
        MDC.put("traceId", Span.fromContext(trace).getSpanContext().getTraceId());
        try {
            lines.run();
        } finally {
            MDC.clear();
        }
    }

    long elapsedMillis() {
        return (System.nanoTime() - startedNanos) / 1_000_000;
    }
}
