package dev.remit.notifications;

import dev.remit.kit.testing.NeighbourFeed;
import dev.remit.kit.testing.NeighbourServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks as the three services that are listened to do, over real HTTP, and says what a test tells it to. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** What contracts-service tells. */
    public static final NeighbourFeed CONTRACTS = new NeighbourFeed();

    /** What tickets-service tells. */
    public static final NeighbourFeed TICKETS = new NeighbourFeed();

    /** What billing-service tells. */
    public static final NeighbourFeed BILLING = new NeighbourFeed();

    private NeighbourServer server;

    @Override
    public Map<String, String> start() {
        server = new NeighbourServer();
        server.serve("contracts", CONTRACTS);
        server.serve("tickets", TICKETS);
        server.serve("billing", BILLING);
        Map<String, String> settings = new LinkedHashMap<>(server.tokenSettings());
        settings.put("REMIT_CONTRACTS_URL", server.address("contracts"));
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
