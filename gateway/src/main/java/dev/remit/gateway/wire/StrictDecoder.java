package dev.remit.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Vert.x's decoder with a time limit for each request's head and an answer for whatever cannot be read in one way only.
 * A refused request goes on without its body and with nothing of its own but its ids, so that the routes answer it like any
 * other and in its turn; what comes after it on the connection is thrown away.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    private static final AttributeKey<Boolean> BROKEN_BODY = AttributeKey.valueOf(StrictDecoder.class, "brokenBody");
    private static final List<String> KEPT = List.of("x-request-id", "traceparent");
    private static final long MILLIS_FOR_LAST_ANSWER = 5_000;

    private final long headMillis;
    private final ChunkSizes chunks = new ChunkSizes();
    /** Runs once for many heads: each only moves {@link #headDueNanos}, and a task a head costs more than reading it. */
    private ScheduledFuture<?> watch;

    private boolean headDue;
    private long headDueNanos;
    private boolean awaitingHead = true;
    private boolean headBegun;
    private boolean twoLengths;
    private boolean over;

    StrictDecoder(HttpServerOptions options, long headMillis) {
        super(options);
        this.headMillis = headMillis;
    }

    /** Throws away whatever else comes on this connection. */
    static void readNoMore(Channel channel) {
        if (channel.pipeline().get("httpDecoder") instanceof StrictDecoder decoder) {
            decoder.over = true;
        }
    }

    /** Whether the body that came last on this connection ended in something that is no body, although it was passed on as ended. */
    static boolean brokeOff(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(BROKEN_BODY).get());
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        startClock(ctx);
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        stopClock();
        if (watch != null) {
            watch.cancel(false);
        }
        super.channelInactive(ctx);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        if (over) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (awaitingHead && in.isReadable()) {
            headBegun = true;
            startClock(ctx);
        }
        if (chunks.absurd(in)) {
            breakOff(ctx, out, out.size());
            in.skipBytes(in.readableBytes());
            return;
        }
        int before = in.readableBytes();
        int first = out.size();
        twoLengths = false;
        super.decode(ctx, in, out);
        int content = 0;
        for (int i = first; i < out.size() && !over; i++) {
            Object message = out.get(i);
            if (message instanceof HttpRequest request) {
                judge(request, out, i);
            } else if (message instanceof HttpContent piece) {
                content += piece.content().readableBytes();
                if (piece.decoderResult().isFailure()) {
                    breakOff(ctx, out, i);
                } else if (piece instanceof LastHttpContent) {
                    awaitNext();
                }
            }
        }
        chunks.decoded(before - in.readableBytes(), content);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        twoLengths = true;
        super.handleTransferEncodingChunkedWithContentLength(message);
    }

    private void judge(HttpRequest request, List<Object> out, int index) {
        stopClock();
        awaitingHead = false;
        request.headers().remove(Refusal.FIELD);
        Optional<Refusal> refusal = RequestRules.brokenBy(request);
        if (refusal.isEmpty() && twoLengths) {
            refusal = Optional.of(Refusal.FRAMING);
        }
        if (refusal.isPresent()) {
            dropFrom(out, index);
            out.add(refused(request, refusal.get()));
            out.add(LastHttpContent.EMPTY_LAST_CONTENT);
            over = true;
        } else if (HttpUtil.isTransferEncodingChunked(request)) {
            chunks.begin();
        }
    }

    private void awaitNext() {
        chunks.end();
        awaitingHead = true;
        headBegun = false;
    }

    private void startClock(ChannelHandlerContext ctx) {
        if (!headDue) {
            headDue = true;
            headDueNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(headMillis);
            if (watch == null) {
                watch(ctx, headDueNanos);
            }
        }
    }

    private void stopClock() {
        headDue = false;
    }

    private void watch(ChannelHandlerContext ctx, long untilNanos) {
        watch = ctx.executor().schedule(() -> look(ctx), untilNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        watch = null;
        if (headDue && headDueNanos - System.nanoTime() > 0) {
            watch(ctx, headDueNanos);
        } else if (headDue) {
            headTooSlow(ctx);
        }
    }

    private void headTooSlow(ChannelHandlerContext ctx) {
        over = true;
        if (!headBegun) {
            ctx.close();
            return;
        }
        ctx.fireChannelRead(refused(null, Refusal.HEAD_TOO_SLOW));
        ctx.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        ctx.fireChannelReadComplete();
    }

    /** The request is on its way already: its body ends here, and whoever wants to use it must ask {@link #brokeOff}. */
    private void breakOff(ChannelHandlerContext ctx, List<Object> out, int index) {
        dropFrom(out, index);
        ctx.channel().attr(BROKEN_BODY).set(true);
        out.add(LastHttpContent.EMPTY_LAST_CONTENT);
        over = true;
        ctx.executor().schedule(() -> ctx.close(), MILLIS_FOR_LAST_ANSWER, TimeUnit.MILLISECONDS);
    }

    private static void dropFrom(List<Object> out, int index) {
        while (out.size() > index) {
            ReferenceCountUtil.release(out.remove(out.size() - 1));
        }
    }

    private static HttpRequest refused(HttpRequest request, Refusal refusal) {
        var stand = new DefaultHttpRequest(
                HttpVersion.HTTP_1_1,
                request == null ? HttpMethod.GET : request.method(),
                "/",
                HeadersMultiMap.httpHeaders());
        if (request != null) {
            KEPT.forEach(name -> Optional.ofNullable(request.headers().get(name))
                    .ifPresent(value -> stand.headers().set(name, value)));
        }
        stand.headers().set(HttpHeaderNames.HOST, "refused");
        stand.headers().set(Refusal.FIELD, refusal.name());
        return stand;
    }
}
