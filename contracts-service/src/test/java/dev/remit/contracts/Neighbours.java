package dev.remit.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.remit.kit.testing.NeighbourFeed;
import dev.remit.kit.testing.NeighbourServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks as tickets-service and billing-service do, over real HTTP, and says what a test tells it to. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** What tickets-service tells. */
    public static final NeighbourFeed TICKETS = new NeighbourFeed();

    /** What billing-service tells. */
    public static final NeighbourFeed BILLING = new NeighbourFeed();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_TICKETS = "{\"looked\":0,\"changes\":[],\"rulings\":[],\"volumes\":[]}";
    private static final String NO_MONEY = "{\"workItems\":[],\"totals\":[]}";
    private static final Map<UUID, List<String>> TICKETS_OF = new ConcurrentHashMap<>();
    private static final Map<UUID, String> MONEY_OF = new ConcurrentHashMap<>();
    private static final Map<UUID, List<JsonNode>> ASKED = new ConcurrentHashMap<>();
    private static final Set<UUID> AWAY = ConcurrentHashMap.newKeySet();

    private NeighbourServer server;

    /** Has the services say what a version would change of a tenant's tickets, a page after the other, and of money. */
    public static void changes(UUID tenant, List<String> pages, String money) {
        TICKETS_OF.put(tenant, pages);
        MONEY_OF.put(tenant, money);
    }

    /** What tickets-service was asked of a tenant's versions, in order, and after it billing-service. */
    public static List<JsonNode> asked(UUID tenant) {
        return ASKED.getOrDefault(tenant, List.of());
    }

    /** Has billing-service not answer of a tenant. */
    public static void billingIsAway(UUID tenant, boolean away) {
        if (away) {
            AWAY.add(tenant);
        } else {
            AWAY.remove(tenant);
        }
    }

    private static JsonNode read(HttpExchange exchange) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        ASKED.computeIfAbsent(tenant(question), any -> new CopyOnWriteArrayList<>())
                .add(question);
        return question;
    }

    private static UUID tenant(JsonNode question) {
        return UUID.fromString(question.get("tenant").asText());
    }

    private static void ticketChanges(HttpExchange exchange) throws IOException {
        JsonNode question = read(exchange);
        List<String> pages = TICKETS_OF.getOrDefault(tenant(question), List.of(NO_TICKETS));
        String page = pages.get(question.has("after") ? 1 : 0);
        NeighbourServer.answer(exchange, 200, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void moneyChanges(HttpExchange exchange) throws IOException {
        JsonNode question = read(exchange);
        boolean away = AWAY.contains(tenant(question));
        byte[] money = MONEY_OF.getOrDefault(tenant(question), NO_MONEY).getBytes(StandardCharsets.UTF_8);
        NeighbourServer.answer(exchange, away ? 503 : 200, away ? new byte[0] : money);
    }

    @Override
    public Map<String, String> start() {
        server = new NeighbourServer();
        server.serve("tickets", TICKETS);
        server.serve("billing", BILLING);
        server.serve("/tickets/internal/v1/changes", Neighbours::ticketChanges);
        server.serve("/billing/internal/v1/changes", Neighbours::moneyChanges);
        Map<String, String> settings = new LinkedHashMap<>(server.tokenSettings());
        settings.put("REMIT_TICKETS_URL", server.address("tickets"));
        settings.put("REMIT_BILLING_URL", server.address("billing"));
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
