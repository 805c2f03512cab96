package dev.remit.kit.health;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Answers scrapes on a thread of its own: Quarkus' way would wait for a worker thread that requests may hold. */
@ApplicationScoped
class MetricsApart {
    private static final String PATH = "/q/metrics";
    /** What Quarkus answers with. */
    private static final String FORMAT = TextFormat.CONTENT_TYPE_OPENMETRICS_100;

    private static final int WAITING = 8;
    private static final int BEFORE_QUARKUS = -10_000;

    private final PrometheusMeterRegistry registry;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("metrics-", 0).factory());

    MetricsApart(PrometheusMeterRegistry registry) {
        this.registry = registry;
        thread.allowCoreThreadTimeOut(true);
    }

    void register(@Observes ManagementInterface management) {
        management.router().get(PATH).order(BEFORE_QUARKUS).handler(this::answer);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void answer(RoutingContext exchange) {
        try {
            thread.execute(() -> scrape(exchange));
        } catch (RejectedExecutionException e) {
            exchange.fail(503);
        }
    }

    private void scrape(RoutingContext exchange) {
        var requestContext = Arc.container().requestContext();
        requestContext.activate();
        try {
            String metrics = registry.scrape(FORMAT);
            exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, FORMAT).end(metrics);
        } catch (RuntimeException e) {
            exchange.fail(e);
        } finally {
            requestContext.terminate();
        }
    }
}
