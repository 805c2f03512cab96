package dev.remit.gateway.wire;

import dev.remit.gateway.GatewayConfig;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.Iterator;

/**
 * Puts {@link StrictDecoder} and {@link PipelineLimit} into each connection that the gateway accepts. Vert.x has no setting for
 * either, and hands a connection out only with its first request: so they go in where Netty accepts it.
 */
@Singleton
public class WireGuard {

    private final VertxInternal vertx;
    private final HttpServer server;
    private final long headMillis;

    WireGuard(Vertx vertx, HttpServer server, GatewayConfig config) {
        this.vertx = (VertxInternal) vertx;
        this.server = server;
        this.headMillis = config.headTime().toMillis();
    }

    /** Whether the request's body came to an end that is none: then what came of it must not be used. */
    public static boolean brokeOff(HttpServerRequest request) {
        return request.connection() instanceof ConnectionBase connection
                && StrictDecoder.brokeOff(connection.channel());
    }

    void guard(@ObservesAsync HttpServerStart start) {
        int port = server.getPort();
        for (EventExecutor acceptor : vertx.getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> guard((SingleThreadEventLoop) acceptor, port, start.options()));
        }
    }

    private void guard(SingleThreadEventLoop acceptor, int port, HttpServerOptions options) {
        for (Iterator<Channel> channels = acceptor.registeredChannelsIterator(); channels.hasNext(); ) {
            Channel channel = channels.next();
            if (channel instanceof ServerChannel
                    && channel.localAddress() instanceof InetSocketAddress address
                    && address.getPort() == port) {
                channel.pipeline().addFirst(new AcceptedConnections(options));
            }
        }
    }

    /** Sees each connection before anybody else does. */
    private final class AcceptedConnections extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions options;

        AcceptedConnections(HttpServerOptions options) {
            this.options = options;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object accepted) {
            ((Channel) accepted).pipeline().addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelActive(ChannelHandlerContext connection) {
                    // By now Vert.x has put its own handlers in: these, as the gateway speaks HTTP/1 without TLS.
                    connection.pipeline().replace("httpDecoder", "httpDecoder", new StrictDecoder(options, headMillis));
                    connection.pipeline().addBefore("handler", "pipelineLimit", new PipelineLimit());
                    FlushAfterTurn.add(connection.channel());
                    connection.fireChannelActive();
                    connection.pipeline().remove(this);
                }
            });
            ctx.fireChannelRead(accepted);
        }
    }
}
