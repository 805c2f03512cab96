package dev.remit.contracts.volumes;

import dev.remit.engines.scope.VolumeKey;
import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Keeps what tickets-service tells of included volumes. */
@ApplicationScoped
class TicketsFeed implements FeedHandler<Void> {
    private static final String USED = "IncludedVolumeUsed";

    private final TicketsClient tickets;
    private final VolumesUsed volumes;
    private final FeedPayloads payloads;

    TicketsFeed(@RestClient TicketsClient tickets, VolumesUsed volumes, FeedPayloads payloads) {
        this.tickets = tickets;
        this.volumes = volumes;
        this.payloads = payloads;
    }

    /** What we read of a count. */
    record Used(UUID clientId, VolumeKey volume, long used) {}

    @Override
    public String name() {
        return "contracts.tickets";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return tickets.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return type.equals(USED);
    }

    @Override
    public void apply(FeedEvent event, Void nothing) {
        Used used = payloads.read(event, Used.class);
        volumes.put(used.clientId(), used.volume(), used.used());
    }
}
