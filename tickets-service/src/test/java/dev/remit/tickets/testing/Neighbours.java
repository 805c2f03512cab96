package dev.remit.tickets.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Speaks as contracts-service and billing-service do, over real HTTP, and says what a test tells it to. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** What contracts-service tells. */
    public static final Feed CONTRACTS = new Feed();

    /** What billing-service tells. */
    public static final Feed BILLING = new Feed();

    private static final Map<String, byte[]> DOCUMENTS = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SANDBOXES = 240;

    private HttpServer server;

    /** One service's feed. */
    public static final class Feed {
        private final List<Map<String, Object>> events = new ArrayList<>();
        private volatile boolean down;

        /** Tells of something that happened. */
        public synchronized void publish(String type, UUID tenant, Map<String, ?> payload) {
            events.add(Map.of(
                    "position",
                    events.size() + 1,
                    "type",
                    type,
                    "tenant",
                    tenant.toString(),
                    "subject",
                    tenant.toString(),
                    "occurredAt",
                    "2026-06-01T00:00:00Z",
                    "somethingNew",
                    true,
                    "payload",
                    payload));
        }

        /** Answers 503 until it is up again. */
        public void down(boolean isDown) {
            down = isDown;
        }

        private synchronized Map<String, Object> after(int position, int limit) {
            int end = Math.min(events.size(), position + limit);
            List<Map<String, Object>> items = position >= end ? List.of() : List.copyOf(events.subList(position, end));
            return Map.of("items", items, "head", events.size());
        }
    }

    /** Has contracts-service give these bytes for their hash. */
    public static void publish(String hash, byte[] document) {
        DOCUMENTS.put(hash, document);
    }

    /** The bytes that contracts-service publishes under a hash; null where there are none. */
    static byte[] published(String hash) {
        return DOCUMENTS.get(hash);
    }

    /** The tenants whose clocks can be put; each test takes its own. */
    static List<UUID> sandboxes() {
        return IntStream.range(0, SANDBOXES)
                .mapToObj(i -> new UUID(0x0198c0de00007000L, 0x8000_0000_0000_1000L + i))
                .toList();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/contracts/internal/v1/feed", exchange -> feed(exchange, CONTRACTS));
        server.createContext("/billing/internal/v1/feed", exchange -> feed(exchange, BILLING));
        server.createContext("/contracts/internal/v1/documents/", Neighbours::document);
        server.createContext("/realm/protocol/openid-connect/token", Neighbours::token);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("REMIT_CONTRACTS_URL", base + "/contracts");
        settings.put("REMIT_BILLING_URL", base + "/billing");
        settings.put("quarkus.oidc-client.auth-server-url", base + "/realm");
        settings.put(
                "remit.sandbox.tenants",
                sandboxes().stream().map(UUID::toString).collect(Collectors.joining(",")));
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void feed(HttpExchange exchange, Feed feed) throws IOException {
        if (feed.down) {
            answer(exchange, 503, new byte[0]);
            return;
        }
        if (!"Bearer token-of-tickets".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, new byte[0]);
            return;
        }
        Map<String, Integer> query = query(exchange.getRequestURI().getQuery());
        answer(exchange, 200, JSON.writeValueAsBytes(feed.after(query.get("after"), query.get("limit"))));
    }

    private static void document(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] document = DOCUMENTS.get(path.substring(path.lastIndexOf('/') + 1));
        if (CONTRACTS.down) {
            answer(exchange, 503, new byte[0]);
        } else if (document == null) {
            answer(exchange, 404, new byte[0]);
        } else {
            answer(exchange, 200, document);
        }
    }

    private static void token(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                200,
                "{\"access_token\":\"token-of-tickets\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Integer> query(String text) {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), Integer.valueOf(pair.substring(equals + 1)));
        }
        return values;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
