package dev.remit.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Knows no path parameters. To the resources {@code /internal;x=1/v1/feed} is the feed, to the policy of {@code /internal/*}
 * it is something else; to us it is not there.
 */
class PlainPaths {
    private static final int BEFORE_BODIES = 9_100;

    void register(@Observes Filters filters) {
        filters.register(PlainPaths::check, BEFORE_BODIES);
    }

    private static void check(RoutingContext exchange) {
        if (exchange.request().path().indexOf(';') >= 0) {
            ProblemFallback.answer(exchange, Problem.notFound());
        } else {
            exchange.next();
        }
    }
}
