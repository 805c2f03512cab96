package dev.remit.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large with a problem; Quarkus' own refusal would have no body. */
class BodyLimit {
    private static final int BEFORE_QUARKUS = 9_000;

    void register(
            @Observes Filters filters, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        filters.register(exchange -> check(exchange, limit.asLongValue()), BEFORE_QUARKUS);
    }

    private static void check(RoutingContext exchange, long limit) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            ProblemFallback.answer(
                    exchange, Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "At most " + limit + " bytes are taken here."));
        } else {
            exchange.next();
        }
    }
}
