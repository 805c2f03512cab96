package dev.remit.kit.app;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.testing.TestTokens;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows the gadget service's own feed over HTTP, as another service would. */
@Singleton
class GadgetWatcher implements FeedHandler<String> {
    static final Map<UUID, Integer> SEEN = new ConcurrentHashMap<>();

    private final SelfClient client;

    GadgetWatcher(@RestClient SelfClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return "gadgets.self";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return client.read("Bearer " + TestTokens.service().token(), after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return "GadgetMade".equals(type);
    }

    @Override
    public void apply(FeedEvent event, String prepared) {
        SEEN.merge(event.subject(), 1, Integer::sum);
    }
}
