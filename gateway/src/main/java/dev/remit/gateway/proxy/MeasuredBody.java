package dev.remit.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/** A request's body on its way to a service, cut off where it passes its limit. Confined to the request's event loop. */
final class MeasuredBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final long limit;
    private final Runnable progress;
    private Handler<Throwable> failed = failure -> {};
    private long bytes;
    private boolean tooLong;
    private boolean awaitingClient;

    /**
     * @param limit    in bytes
     * @param progress told of each piece that passes
     */
    MeasuredBody(HttpServerRequest request, long limit, Runnable progress) {
        this.request = request;
        this.limit = limit;
        this.progress = progress;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** Whether the next move is the client's: the service takes all that came, and the end has not come. */
    boolean awaitingClient() {
        return awaitingClient && !request.isEnded();
    }

    @Override
    public MeasuredBody handler(Handler<Buffer> handler) {
        if (handler == null) {
            if (!tooLong) {
                request.handler(null);
            }
            return this;
        }
        request.handler(chunk -> {
            bytes += chunk.length();
            if (tooLong) {
                return;
            }
            if (bytes > limit) {
                tooLong = true;
                failed.handle(new BodyTooLongException());
                return;
            }
            progress.run();
            handler.handle(chunk);
        });
        return this;
    }

    @Override
    public MeasuredBody exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {} : handler;
        request.exceptionHandler(handler);
        return this;
    }

    @Override
    public MeasuredBody endHandler(Handler<Void> handler) {
        request.endHandler(handler);
        return this;
    }

    @Override
    public MeasuredBody pause() {
        awaitingClient = false;
        request.pause();
        return this;
    }

    @Override
    public MeasuredBody resume() {
        awaitingClient = true;
        request.resume();
        return this;
    }

    @Override
    public MeasuredBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    private static final class BodyTooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BodyTooLongException() {
            super("The body passes its limit", null, false, false);
        }
    }
}
