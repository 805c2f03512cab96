package dev.remit.gateway.proxy;

import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import dev.remit.gateway.wire.LastAnswer;
import dev.remit.gateway.wire.Refusal;
import dev.remit.gateway.wire.WireGuard;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Takes in a request's whole body before any service is asked, so that a slow sender costs a socket and some bytes here but no
 * service's thread. Answers itself when the body is too long, too slow or more than there is memory for. Confined to the
 * request's event loop.
 */
final class BodyIntake {

    private static final long LOOK_EVERY_MILLIS = 250;

    private final RoutingContext ctx;
    private final long limit;
    private final BodyPace pace;
    private final BodyMemory.Account memory;
    private final Consumer<Buffer> taken;
    private final long startedNanos = System.nanoTime();
    private final Buffer body = Buffer.buffer();
    private boolean over;

    /**
     * @param limit in bytes
     * @param taken told once, of the whole body; of nothing where it does not come
     */
    BodyIntake(RoutingContext ctx, long limit, BodyPace pace, BodyMemory.Account memory, Consumer<Buffer> taken) {
        this.ctx = ctx;
        this.limit = limit;
        this.pace = pace;
        this.memory = memory;
        this.taken = taken;
    }

    /** Whether there is a body to take in. */
    static boolean announced(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    void start() {
        HttpServerRequest request = ctx.request();
        Vertx vertx = ctx.vertx();
        long watch = vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> watch());
        ctx.addEndHandler(done -> {
            over = true;
            vertx.cancelTimer(watch);
        });
        request.handler(this::more);
        request.exceptionHandler(broken -> over = true);
        request.endHandler(end -> {
            vertx.cancelTimer(watch);
            whole();
        });
        request.resume();
    }

    private void more(Buffer piece) {
        if (over) {
            return;
        }
        if (body.length() + (long) piece.length() > limit) {
            refuse(tooLong());
            return;
        }
        memory.take(piece.length()).ifPresentOrElse(this::refuse, () -> body.appendBuffer(piece));
    }

    private void whole() {
        if (over) {
            return;
        }
        over = true;
        if (WireGuard.brokeOff(ctx.request())) {
            LastAnswer.give(ctx, Refusal.CHUNK.problem());
        } else {
            taken.accept(body);
        }
    }

    private void watch() {
        if (!over && pace.tooSlow(Duration.ofNanos(System.nanoTime() - startedNanos), body.length())) {
            over = true;
            LastAnswer.give(
                    ctx,
                    new Problem(ProblemType.REQUEST_TIMEOUT, "The body came too slowly, or its rest did not come."));
        }
    }

    private void refuse(Problem problem) {
        over = true;
        problem.answer(ctx);
    }

    static Problem tooLong() {
        return new Problem(ProblemType.PAYLOAD_TOO_LARGE, "The body is larger than this path takes.");
    }
}
