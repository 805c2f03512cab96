package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An integrator's receiver of webhooks, which believes what verifies by the public library and nothing else. */
public final class WebhookReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private HttpServer server;
    private final List<Try> taken = new CopyOnWriteArrayList<>();
    private final List<Try> refused = new CopyOnWriteArrayList<>();
    private volatile Webhook verifier;
    private volatile boolean away;

    /**
     * What was posted to it.
     *
     * @param id stays the same at every try
     * @param fields of the header that Standard Webhooks names
     * @param text the body to the byte
     */
    public record Try(String id, JsonNode body, Map<String, String> fields, String text) {
        /** The same with another body. */
        public Try forged(String other) {
            return new Try(id, body, fields, other);
        }
    }

    public WebhookReceiver() {
        start(0);
        port = server.getAddress().getPort();
    }

    private void start(int on) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), on), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/remit", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Breaks off whatever is under way and answers nobody. What it took stays taken, as in a database. */
    public void kill() {
        server.stop(0);
    }

    /** Is there again, at the same address. */
    public void restart() {
        start(port);
    }

    /** Where webhooks are to be posted. */
    public String address() {
        return "http://127.0.0.1:" + port + "/remit";
    }

    /** Is told by what it verifies. */
    public void knows(String secret) {
        verifier = new Webhook(secret);
    }

    /** Answers 503 from now on. */
    public void goesAway() {
        away = true;
    }

    /** Takes what comes again. */
    public void comesBack() {
        away = false;
    }

    /** What it took, in the order in which it came. */
    public List<Try> taken() {
        return List.copyOf(taken);
    }

    /** What it did not take while it was away. */
    public List<Try> refused() {
        return List.copyOf(refused);
    }

    /** The types of what it took. */
    public List<String> types() {
        return taken.stream().map(one -> one.body().path("type").asText()).toList();
    }

    /** What it took of a subject, in the order in which it came. */
    public List<JsonNode> takenOf(String subject) {
        return taken.stream()
                .map(Try::body)
                .filter(body -> body.at("/data/subject/id").asText().equals(subject))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status(exchange), -1);
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> fields = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), values));
        try {
            verifier.verify(body, fields);
        } catch (WebhookVerificationException forged) {
            return 401;
        }
        Map<String, String> signed = new TreeMap<>();
        for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            signed.put(name, fields.get(name).getFirst());
        }
        Try one = new Try(signed.get("webhook-id"), JSON.readTree(body), signed, body);
        (away ? refused : taken).add(one);
        return away ? 503 : 204;
    }
}
