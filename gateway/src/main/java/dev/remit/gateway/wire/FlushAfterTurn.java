package dev.remit.gateway.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Hands what is written to the operating system once the event loop has read from all connections that had something for it, and
 * not after each. Whoever waits for an answer is then woken once for many: waking a processor that has gone to sleep costs more
 * than the sending.
 */
public final class FlushAfterTurn extends ChannelOutboundHandlerAdapter {

    private static final FastThreadLocal<Turn> TURN = new FastThreadLocal<>() {
        @Override
        protected Turn initialValue() {
            return new Turn();
        }
    };

    private boolean waiting;

    private FlushAfterTurn() {}

    /** Makes it the last that sees what this connection writes. */
    public static void add(Channel channel) {
        channel.pipeline().addFirst("flushAfterTurn", new FlushAfterTurn());
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        if (!waiting) {
            waiting = true;
            TURN.get().add(ctx);
        }
    }

    /** What is still to be flushed would be lost. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        flushNow(ctx);
        ctx.close(promise);
    }

    @Override
    public void disconnect(ChannelHandlerContext ctx, ChannelPromise promise) {
        flushNow(ctx);
        ctx.disconnect(promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        flushNow(ctx);
    }

    private void flushNow(ChannelHandlerContext ctx) {
        if (waiting) {
            waiting = false;
            ctx.flush();
        }
    }

    /** Whose flush waits on one event loop. */
    private static final class Turn implements Runnable {

        private final Queue<ChannelHandlerContext> waiting = new ArrayDeque<>();

        void add(ChannelHandlerContext ctx) {
            if (waiting.isEmpty()) {
                ctx.executor().execute(this);
            }
            waiting.add(ctx);
        }

        @Override
        public void run() {
            for (ChannelHandlerContext ctx = waiting.peek(); ctx != null; ctx = waiting.peek()) {
                ((FlushAfterTurn) ctx.handler()).flushNow(ctx);
                waiting.remove();
            }
        }
    }
}
