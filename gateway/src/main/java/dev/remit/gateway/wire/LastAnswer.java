package dev.remit.gateway.wire;

import dev.remit.gateway.problem.Problem;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/**
 * The answer after which a connection ends: what else comes on it cannot be trusted, or is not waited for. Our side is shut
 * first, since closing at once, with bytes of the client unread, would reset the connection and destroy the answer on its way.
 */
public final class LastAnswer {

    private static final long MILLIS_TO_READ_IT = 1_000;

    private LastAnswer() {}

    public static void give(RoutingContext ctx, Problem problem) {
        var connection = ctx.request().connection();
        ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        problem.answer(ctx);
        if (connection instanceof ConnectionBase base && base.channel() instanceof DuplexChannel channel) {
            end(channel);
        } else {
            connection.close();
        }
    }

    private static void end(DuplexChannel channel) {
        StrictDecoder.readNoMore(channel);
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(answered -> channel.shutdownOutput());
        channel.eventLoop().schedule((Runnable) ((Channel) channel)::close, MILLIS_TO_READ_IT, TimeUnit.MILLISECONDS);
    }
}
