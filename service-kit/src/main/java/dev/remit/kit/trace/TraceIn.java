package dev.remit.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;

/** Follows every request from before authentication on, so that refusals carry the request id as well. */
class TraceIn {
    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    var request = exchange.request();
                    Trace.begin(
                            request.getHeader(Trace.REQUEST_ID_HEADER), request.getHeader(Trace.TRACEPARENT_HEADER));
                    exchange.response().putHeader(Trace.REQUEST_ID_HEADER, Trace.requestId());
                    exchange.next();
                },
                BEFORE_EVERYTHING);
    }
}
