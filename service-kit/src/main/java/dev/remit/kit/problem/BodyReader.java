package dev.remit.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads a whole body before a worker thread is spent on its request, so that a slow sender holds nothing but a connection,
 * and that not for long: a body comes within {@code remit.body.time} and at {@value #LEAST_BYTES_A_SECOND} bytes a second at
 * the least. All bodies that are in memory at once take a quarter of the heap at the most. An empty body is a body.
 */
@Singleton
class BodyReader {
    private static final int AFTER_AUTHENTICATION = 50;
    private static final int LEAST_BYTES_A_SECOND = 512;
    private static final int SECONDS_TO_GET_GOING = 2;
    private static final long CHECKED_EACH_MILLIS = 500;

    private final BodyLimit limits;
    private final Duration longest;
    private final long most = Runtime.getRuntime().maxMemory() / 4;
    private final AtomicLong held = new AtomicLong();

    BodyReader(BodyLimit limits, BodySettings settings) {
        this.limits = limits;
        this.longest = settings.time();
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, AFTER_AUTHENTICATION);
    }

    private void read(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (!hasBody(request)) {
            exchange.next();
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            exchange.response().writeContinue();
        }
        new Reading(exchange, limits.of(exchange)).begin();
    }

    /** Whether one comes, or is on its way in chunks. */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    /** One body on its way; everything happens on the event loop of its connection. */
    private final class Reading {
        private final RoutingContext exchange;
        private final long limit;
        private final long beganNanos = System.nanoTime();
        private final Buffer body = Buffer.buffer();
        private long timer;
        private boolean over;

        Reading(RoutingContext exchange, long limit) {
            this.exchange = exchange;
            this.limit = limit;
        }

        void begin() {
            exchange.addEndHandler(ended -> {
                finish();
                held.addAndGet(-body.length());
            });
            timer = exchange.vertx().setPeriodic(CHECKED_EACH_MILLIS, tick -> requirePace());
            exchange.request()
                    .exceptionHandler(this::broken)
                    .endHandler(end -> complete())
                    .handler(this::take);
        }

        private void take(Buffer chunk) {
            if (over) {
                return;
            }
            if (body.length() + chunk.length() > limit) {
                refuse(BodyLimit.tooLarge(limit));
            } else if (held.get() + chunk.length() > most) {
                refuse(Problem.unavailable("Too many large bodies are being read; try again."));
            } else {
                body.appendBuffer(chunk);
                held.addAndGet(chunk.length());
            }
        }

        private void requirePace() {
            Duration taken = Duration.ofNanos(System.nanoTime() - beganNanos);
            long due = (taken.toMillis() - SECONDS_TO_GET_GOING * 1000L) * LEAST_BYTES_A_SECOND / 1000;
            if (!over && (taken.compareTo(longest) > 0 || body.length() < due)) {
                refuse(Problem.of(ProblemType.REQUEST_TIMEOUT, "The body came too slowly."));
            }
        }

        private void complete() {
            if (!over) {
                finish();
                ((RoutingContextInternal) exchange).setBody(body);
                exchange.next();
            }
        }

        private void broken(Throwable failure) {
            if (!over) {
                finish();
                exchange.request().connection().close();
            }
        }

        private void refuse(Problem problem) {
            finish();
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            ProblemFallback.answer(exchange, problem);
        }

        private void finish() {
            over = true;
            exchange.vertx().cancelTimer(timer);
        }
    }
}
