package dev.remit.kit.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;

/** Gives every request its id before authentication, so that refusals carry it as well. */
class RequestIdIn {
    private static final int BEFORE_EVERYTHING = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    Trace.requestId(exchange.request().getHeader(Trace.REQUEST_ID_HEADER));
                    exchange.response().putHeader(Trace.REQUEST_ID_HEADER, Trace.requestId());
                    exchange.next();
                },
                BEFORE_EVERYTHING);
    }
}
