package dev.remit.gateway.wire;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Bounds what the operating system keeps for a client that takes its answer slowly. Left to itself, Linux lets it grow to
 * megabytes for each connection, and the gateway spends its time on filling them.
 */
@Singleton
class SendBuffer implements HttpServerOptionsCustomizer {

    private static final int BYTES = 128 << 10;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(BYTES);
    }
}
