package dev.remit.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;

/**
 * An answer's body on its way to the client. Where it breaks off, the client's connection is closed, from which everyone
 * concerned learns that the exchange is over: the log, the metrics, and a shutdown that waits for it. Passing the failure
 * on instead would have the proxy reset the response, which nobody is told of.
 */
final class AnswerBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> fromService;
    private final HttpConnection toClient;

    AnswerBody(ReadStream<Buffer> fromService, HttpConnection toClient) {
        this.fromService = fromService;
        this.toClient = toClient;
    }

    @Override
    public AnswerBody exceptionHandler(Handler<Throwable> handler) {
        // A body that has ended takes none but null, and to refuse another costs more than to read the whole body.
        fromService.exceptionHandler(handler == null ? null : failure -> toClient.close());
        return this;
    }

    @Override
    public AnswerBody handler(Handler<Buffer> handler) {
        fromService.handler(handler);
        return this;
    }

    @Override
    public AnswerBody endHandler(Handler<Void> handler) {
        fromService.endHandler(handler);
        return this;
    }

    @Override
    public AnswerBody pause() {
        fromService.pause();
        return this;
    }

    @Override
    public AnswerBody resume() {
        fromService.resume();
        return this;
    }

    @Override
    public AnswerBody fetch(long amount) {
        fromService.fetch(amount);
        return this;
    }
}
