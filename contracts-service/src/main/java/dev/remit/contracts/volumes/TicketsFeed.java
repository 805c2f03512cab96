package dev.remit.contracts.volumes;

import dev.remit.kit.feed.FeedPayloads;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows tickets-service: included tickets, which rulings count. */
@Singleton
class TicketsFeed extends VolumesFeed {

    TicketsFeed(@RestClient TicketsClient tickets, VolumesUsed volumes, FeedPayloads payloads) {
        super("tickets", tickets::feed, volumes, payloads);
    }
}
