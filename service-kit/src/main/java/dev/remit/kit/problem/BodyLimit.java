package dev.remit.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is too large for its path with a problem; Quarkus' own refusal would have no body. A length that is told
 * is believed, since no more is read; one that is not told is counted.
 */
class BodyLimit {
    private static final int BEFORE_QUARKUS = 9_000;
    private static final String WEBHOOK = "/webhook";

    private final long usual;
    private final long ofWebhooks;
    private final BodyHandler usualReader;
    private final BodyHandler webhookReader;

    BodyLimit(
            @ConfigProperty(name = "remit.body-limit") MemorySize usual,
            @ConfigProperty(name = "remit.body-limit-of-webhooks") MemorySize ofWebhooks) {
        this.usual = usual.asLongValue();
        this.ofWebhooks = ofWebhooks.asLongValue();
        this.usualReader = BodyHandler.create(false).setBodyLimit(this.usual);
        this.webhookReader = BodyHandler.create(false).setBodyLimit(this.ofWebhooks);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_QUARKUS);
    }

    private void check(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        boolean webhook = exchange.normalizedPath().endsWith(WEBHOOK);
        long limit = webhook ? ofWebhooks : usual;
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            ProblemFallback.answer(
                    exchange, Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "At most " + limit + " bytes are taken here."));
        } else if (length == null && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            (webhook ? webhookReader : usualReader).handle(exchange);
        } else {
            exchange.next();
        }
    }
}
