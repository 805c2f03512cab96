package dev.remit.gateway.proxy;

import dev.remit.gateway.exchange.Coding;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A body that is compressed piece by piece on its way, so that no more of it is held than of a plain one. */
final class CodedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> plain;
    private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
    private final OutputStream compressing;
    private boolean closed;
    private Handler<Buffer> toClient = piece -> {};

    CodedBody(ReadStream<Buffer> plain, Coding coding) {
        this.plain = plain;
        try {
            compressing = coding.into(coded);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Frees what the compression holds, also where the body broke off. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            compressing.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public CodedBody exceptionHandler(Handler<Throwable> handler) {
        plain.exceptionHandler(handler);
        return this;
    }

    @Override
    public CodedBody handler(Handler<Buffer> handler) {
        toClient = handler == null ? piece -> {} : handler;
        plain.handler(handler == null ? null : this::compress);
        return this;
    }

    @Override
    public CodedBody endHandler(Handler<Void> handler) {
        plain.endHandler(ended -> {
            close();
            passOn();
            if (handler != null) {
                handler.handle(null);
            }
        });
        return this;
    }

    private void compress(Buffer piece) {
        if (closed) {
            return;
        }
        try {
            compressing.write(piece.getBytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        passOn();
    }

    private void passOn() {
        if (coded.size() > 0) {
            toClient.handle(Buffer.buffer(coded.toByteArray()));
            coded.reset();
        }
    }

    @Override
    public CodedBody pause() {
        plain.pause();
        return this;
    }

    @Override
    public CodedBody resume() {
        plain.resume();
        return this;
    }

    @Override
    public CodedBody fetch(long amount) {
        plain.fetch(amount);
        return this;
    }
}
