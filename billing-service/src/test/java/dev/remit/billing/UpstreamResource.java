package dev.remit.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays the contracts and tickets services over HTTP, and the issuer of the token that billing calls them with. Tests post
 * events and documents to it as they would happen there.
 */
public class UpstreamResource implements QuarkusTestResourceLifecycleManager {
    static final String URL = "remit.test.upstream";

    private final Map<String, List<Map<String, Object>>> feeds = new ConcurrentHashMap<>();
    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final Map<String, String> wouldRule = new ConcurrentHashMap<>();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                URL,
                url,
                "REMIT_CONTRACTS_URL",
                url + "/contracts",
                "REMIT_TICKETS_URL",
                url + "/tickets",
                "quarkus.oidc-client.auth-server-url",
                url + "/realm");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String service = path.split("/")[1];
        if (path.endsWith("/protocol/openid-connect/token")) {
            send(exchange, 200, "{\"access_token\":\"upstream\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        } else if (path.endsWith("/publish")) {
            publish(service, body);
            send(exchange, 204, "");
        } else if (path.contains("/would-rule/")) {
            wouldRule.put(last(path), new String(body, UTF_8));
            send(exchange, 204, "");
        } else if (path.endsWith("/internal/v1/changes")) {
            String tenant = (String) ((Map<?, ?>) CanonicalJson.parse(body)).get("tenant");
            send(exchange, 200, wouldRule.getOrDefault(tenant, "{\"rulings\":[],\"volumes\":[]}"));
        } else if (path.endsWith("/internal/v1/feed")) {
            send(exchange, 200, CanonicalJson.text(page(service, query(exchange))));
        } else if (path.contains("/internal/v1/documents/")
                && exchange.getRequestMethod().equals("PUT")) {
            documents.put(last(path), body);
            send(exchange, 204, "");
        } else if (path.contains("/internal/v1/documents/") && documents.containsKey(last(path))) {
            send(exchange, 200, new String(documents.get(last(path)), UTF_8));
        } else {
            send(exchange, 404, "{}");
        }
    }

    private synchronized void publish(String service, byte[] event) {
        List<Map<String, Object>> feed = feeds.computeIfAbsent(service, s -> new ArrayList<>());
        Map<String, Object> item = new LinkedHashMap<>();
        ((Map<?, ?>) CanonicalJson.parse(event)).forEach((name, value) -> item.put((String) name, value));
        item.put("position", (long) feed.size() + 1);
        feed.add(item);
    }

    private synchronized Map<String, Object> page(String service, Map<String, String> query) {
        List<Map<String, Object>> feed = feeds.getOrDefault(service, List.of());
        int after = Integer.parseInt(query.get("after"));
        int limit = Integer.parseInt(query.get("limit"));
        List<Map<String, Object>> items =
                List.copyOf(feed.subList(Math.min(after, feed.size()), Math.min(after + limit, feed.size())));
        return Map.of("items", items, "head", (long) feed.size());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return Stream.of(exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Kept beside the server, since both name a document by it. */
    static String hash(byte[] document) {
        return Sha256.hex(document);
    }
}
