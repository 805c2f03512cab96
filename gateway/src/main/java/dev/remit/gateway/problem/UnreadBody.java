package dev.remit.gateway.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A body that nobody wants to read after an early answer. Closing at once would reset the connection and could
 * destroy the answer on its way, reading for ever would be a gift to an attacker: so a little is read, for a little while.
 */
public final class UnreadBody {

    /** A little more than the largest body that any path takes, so that one that is just too large is read to its end. */
    private static final long MOST_BYTES = 9 << 20;

    private static final long MOST_MILLIS = 5_000;

    private UnreadBody() {}

    /** Reads and forgets the rest of the body; closes the connection when the client does not come to an end. */
    public static void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        var connection = request.connection();
        var left = new AtomicLong(MOST_BYTES);
        long timer = Vertx.currentContext().owner().setTimer(MOST_MILLIS, fired -> connection.close());
        var vertx = Vertx.currentContext().owner();
        request.handler(chunk -> {
            if (left.addAndGet(-chunk.length()) < 0) {
                connection.close();
            }
        });
        request.exceptionHandler(broken -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.resume();
    }
}
