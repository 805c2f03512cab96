package dev.remit.gateway.exchange;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.semconv.HttpAttributes;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * The span of each request, which continues its caller's trace or begins one. It says what the access log says: the route, and
 * never the path, which may carry a secret. Quarkus would gather all that is known of a request for a span that nobody keeps.
 */
@Singleton
class RequestSpans {

    private static final TextMapPropagator TRACE = W3CTraceContextPropagator.getInstance();
    private static final int SERVER_ERROR = 500;

    private static final TextMapGetter<HttpServerRequest> FIELDS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServerRequest request) {
            return request.headers().names();
        }

        @Override
        public String get(HttpServerRequest request, String name) {
            return request.getHeader(name);
        }
    };

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    Context begin(HttpServerRequest request) {
        Context caller = TRACE.extract(Context.root(), request, FIELDS);
        return caller.with(tracer.spanBuilder(Methods.label(request.method()))
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .startSpan());
    }

    static void end(Exchange exchange, HttpMethod method, int status) {
        Span span = Span.fromContext(exchange.trace());
        if (span.isRecording()) {
            span.updateName(Methods.label(method) + " " + exchange.route());
            span.setAttribute(HttpAttributes.HTTP_REQUEST_METHOD, Methods.label(method));
            span.setAttribute(HttpAttributes.HTTP_ROUTE, exchange.route());
            span.setAttribute(HttpAttributes.HTTP_RESPONSE_STATUS_CODE, (long) status);
            if (status >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
        }
        span.end();
    }
}
