package dev.remit.tickets.testing;

import com.sun.net.httpserver.HttpExchange;
import dev.remit.kit.testing.NeighbourFeed;
import dev.remit.kit.testing.NeighbourServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Speaks as contracts-service and billing-service do, over real HTTP, and says what a test tells it to. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** What contracts-service tells. */
    public static final NeighbourFeed CONTRACTS = new NeighbourFeed();

    /** What billing-service tells. */
    public static final NeighbourFeed BILLING = new NeighbourFeed();

    private static final Map<String, byte[]> DOCUMENTS = new ConcurrentHashMap<>();
    private static final int SANDBOXES = 400;

    private NeighbourServer server;

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
        server = new NeighbourServer();
        server.serve("contracts", CONTRACTS);
        server.serve("billing", BILLING);
        server.serve("/contracts/internal/v1/documents/", Neighbours::document);
        Map<String, String> settings = new LinkedHashMap<>(server.tokenSettings());
        settings.put("REMIT_CONTRACTS_URL", server.address("contracts"));
        settings.put("REMIT_BILLING_URL", server.address("billing"));
        settings.put(
                "remit.sandbox.tenants",
                sandboxes().stream().map(UUID::toString).collect(Collectors.joining(",")));
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private static void document(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] document = DOCUMENTS.get(path.substring(path.lastIndexOf('/') + 1));
        if (CONTRACTS.isDown()) {
            NeighbourServer.answer(exchange, 503, new byte[0]);
        } else if (document == null) {
            NeighbourServer.answer(exchange, 404, new byte[0]);
        } else {
            NeighbourServer.answer(exchange, 200, document);
        }
    }
}
