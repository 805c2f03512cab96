package dev.remit.gateway;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real HTTP server in a service's place, which does as each test says and remembers what reached it. */
final class Upstream {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Map<String, Upstream> ALL = new ConcurrentHashMap<>();

    /** A request as it arrived, its body complete. */
    record Seen(String method, String uri, MultiMap headers, byte[] body) {}

    private final String name;
    private final int port;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Handler<HttpServerRequest> behaviour;
    private HttpServer server;

    private Upstream(String name) {
        this.name = name;
        this.port = URI.create(ConfigProvider.getConfig().getValue("remit.gateway." + name + "-url", String.class))
                .getPort();
    }

    /** The server of that name, running and with its usual behaviour. */
    static Upstream of(String name) {
        Upstream upstream = ALL.computeIfAbsent(name, Upstream::new);
        upstream.start();
        upstream.behaviour = upstream::echo;
        upstream.seen.clear();
        return upstream;
    }

    static Vertx vertx() {
        return VERTX;
    }

    void does(Handler<HttpServerRequest> what) {
        behaviour = what;
    }

    List<Seen> seen() {
        return seen;
    }

    Seen only() {
        if (seen.size() != 1) {
            throw new AssertionError(name + " was asked " + seen.size() + " times");
        }
        return seen.getFirst();
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    synchronized void start() {
        if (server == null) {
            server = await(VERTX.createHttpServer(new HttpServerOptions().setMaxHeaderSize(64 << 10))
                    .requestHandler(request -> behaviour.handle(request))
                    .listen(port, "127.0.0.1"));
        }
    }

    synchronized void stop() {
        if (server != null) {
            await(server.close());
            server = null;
        }
    }

    /** While the server is stopped: something on its port that answers every connection with this and hangs up. */
    AutoCloseable thatSays(String text) {
        var other = await(VERTX.createNetServer()
                .connectHandler(socket -> socket.handler(any -> socket.end(Buffer.buffer(text))))
                .listen(port, "127.0.0.1"));
        return () -> await(other.close());
    }

    void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            seen.add(new Seen(request.method().name(), request.uri(), request.headers(), body.getBytes()));
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(new JsonObject()
                            .put("service", name)
                            .put("bytes", body.length())
                            .encode());
        });
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
