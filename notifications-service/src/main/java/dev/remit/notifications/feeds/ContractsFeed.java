package dev.remit.notifications.feeds;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import dev.remit.notifications.clients.ClientFacts;
import dev.remit.notifications.clients.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows clients. */
@ApplicationScoped
class ContractsFeed implements FeedHandler<Void> {
    private static final String CLIENT_CHANGED = "ClientChanged";
    private static final Set<String> WANTED = Set.of(CLIENT_CHANGED);

    private final ContractsClient contracts;
    private final FeedPayloads payloads;
    private final Clients clients;

    ContractsFeed(@RestClient ContractsClient contracts, FeedPayloads payloads, Clients clients) {
        this.contracts = contracts;
        this.payloads = payloads;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "notifications.contracts";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return contracts.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return WANTED.contains(type);
    }

    @Override
    public void apply(FeedEvent event, Void prepared) {
        clients.learn(payloads.read(event, ClientFacts.class));
    }
}
