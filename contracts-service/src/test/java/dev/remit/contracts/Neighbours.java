package dev.remit.contracts;

import dev.remit.kit.testing.NeighbourFeed;
import dev.remit.kit.testing.NeighbourServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;

/** Speaks as tickets-service does, over real HTTP, and says what a test tells it to. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
    /** What tickets-service tells. */
    public static final NeighbourFeed TICKETS = new NeighbourFeed();

    private NeighbourServer server;

    @Override
    public Map<String, String> start() {
        server = new NeighbourServer();
        server.serve("tickets", TICKETS);
        Map<String, String> settings = new LinkedHashMap<>(server.tokenSettings());
        settings.put("REMIT_TICKETS_URL", server.address("tickets"));
        return settings;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
