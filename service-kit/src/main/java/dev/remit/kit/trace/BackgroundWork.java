package dev.remit.kit.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;

/**
 * A piece of work that no request asked for, followed on log lines under a request id and a trace of its own until it is
 * closed. Its span is sent to the collector only where {@link #done} or {@link #failed} is called: a look that found nothing
 * to do would drown the others. Belongs to the thread that began it.
 */
public final class BackgroundWork implements AutoCloseable {
    private final Span span;
    private final Scope scope;
    private boolean worthTelling;

    @SuppressWarnings("MustBeClosedChecker") // close() closes it.
    private BackgroundWork(Span span) {
        this.span = span;
        this.scope = span.makeCurrent();
    }

    /**
     * Begins such a piece, for no tenant yet.
     *
     * @param operation what is done, as logs, audit trail and span name it
     */
    public static BackgroundWork begin(String operation) {
        Trace.requestId(null);
        Trace.tenant(null);
        Trace.operation(operation);
        return new BackgroundWork(openTelemetry()
                .getTracer("dev.remit")
                .spanBuilder(operation)
                .setNoParent()
                .startSpan());
    }

    /** Something was done. */
    public void done() {
        worthTelling = true;
    }

    /** It failed; the span says with what class of failure, and nothing of its message. */
    public void failed(Throwable failure) {
        worthTelling = true;
        span.setStatus(StatusCode.ERROR, failure.getClass().getName());
    }

    @Override
    public void close() {
        scope.close();
        if (worthTelling) {
            span.end();
        }
    }

    /** There is none outside a running application, as in a test of a loop. */
    private static OpenTelemetry openTelemetry() {
        ArcContainer container = Arc.container();
        return container == null
                ? OpenTelemetry.noop()
                : container.instance(OpenTelemetry.class).get();
    }
}
