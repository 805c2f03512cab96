package dev.remit.kit.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/** Speaks over real HTTP as the services that another one reads from, and as the issuer of the token that it shows them. */
public final class NeighbourServer {
    private static final String TOKEN = "token-of-a-service";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;

    /** Listens on a free port of the loopback address. */
    public NeighbourServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/realm/protocol/openid-connect/token", NeighbourServer::token);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** Serves a neighbour's feed. */
    public void serve(String neighbour, NeighbourFeed feed) {
        serve("/" + neighbour + "/internal/v1/feed", exchange -> feed(exchange, feed));
    }

    /** Serves what begins with a path in a way of the caller's. */
    public void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    /** The address of a neighbour, as the setting for it has it. */
    public String address(String neighbour) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + neighbour;
    }

    /** Settings of the client that fetches tokens. */
    public Map<String, String> tokenSettings() {
        return Map.of("quarkus.oidc-client.auth-server-url", address("realm"));
    }

    /** Ends it. */
    public void stop() {
        server.stop(0);
    }

    private static void feed(HttpExchange exchange, NeighbourFeed feed) throws IOException {
        if (feed.isDown()) {
            answer(exchange, 503, new byte[0]);
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, new byte[0]);
        } else {
            Map<String, Integer> query = query(exchange.getRequestURI().getQuery());
            answer(exchange, 200, JSON.writeValueAsBytes(feed.after(query.get("after"), query.get("limit"))));
        }
    }

    private static void token(HttpExchange exchange) throws IOException {
        String token = "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";
        answer(exchange, 200, token.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Integer> query(String text) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), Integer.valueOf(pair.substring(equals + 1)));
        }
        return values;
    }

    /** Reads what was asked and answers it with JSON, or with nothing. */
    public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
