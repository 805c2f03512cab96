package dev.remit.gateway.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/** Closes a connection that sends more requests than it takes answers: each of those answers would wait in memory. */
final class PipelineLimit extends ChannelDuplexHandler {

    private static final int MOST_UNANSWERED = 32;

    private int unanswered;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest && ++unanswered > MOST_UNANSWERED) {
            ctx.close();
        }
        if (unanswered > MOST_UNANSWERED) {
            ReferenceCountUtil.release(message);
            return;
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (!endsAnswer(message)) {
            ctx.write(message, promise);
            return;
        }
        ChannelPromise told = promise.unvoid();
        told.addListener(sent -> unanswered--);
        ctx.write(message, told);
    }

    private static boolean endsAnswer(Object message) {
        return message instanceof LastHttpContent
                && !(message instanceof HttpResponse response
                        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL);
    }
}
