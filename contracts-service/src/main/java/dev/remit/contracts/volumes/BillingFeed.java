package dev.remit.contracts.volumes;

import dev.remit.kit.feed.FeedPayloads;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows billing-service: included visits and hours, which the recorded work takes. */
@Singleton
class BillingFeed extends VolumesFeed {

    BillingFeed(@RestClient BillingClient billing, VolumesUsed volumes, FeedPayloads payloads) {
        super("billing", billing::feed, volumes, payloads);
    }
}
