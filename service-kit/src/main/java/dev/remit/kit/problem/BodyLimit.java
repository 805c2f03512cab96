package dev.remit.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Refuses a body that is too large for its path with a problem; Quarkus' own refusal would have no body. A length that is told
 * is believed, since no more is read; one that is not told is counted while it is read.
 */
@Singleton
class BodyLimit {
    private static final int BEFORE_QUARKUS = 9_000;
    private static final String WEBHOOK = "/webhook";
    private static final Pattern FILE = Pattern.compile(".*/files/[0-9a-f]{64}");

    private final long usual;
    private final long ofWebhooks;
    private final long ofFiles;

    BodyLimit(BodySettings settings) {
        this.usual = settings.limit().asLongValue();
        this.ofWebhooks = settings.limitOfWebhooks().asLongValue();
        this.ofFiles = settings.limitOfFiles().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_QUARKUS);
    }

    /** The most bytes that the path of a request takes. */
    long of(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (path.endsWith(WEBHOOK)) {
            return ofWebhooks;
        }
        return FILE.matcher(path).matches() ? ofFiles : usual;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "At most " + limit + " bytes are taken here.");
    }

    private void check(RoutingContext exchange) {
        long limit = of(exchange);
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            ProblemFallback.answer(exchange, tooLarge(limit));
        } else {
            exchange.next();
        }
    }
}
