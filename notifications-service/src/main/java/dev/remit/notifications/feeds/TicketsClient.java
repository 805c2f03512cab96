package dev.remit.notifications.feeds;

import dev.remit.kit.feed.FeedPage;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the tickets service is asked for. */
@RegisterRestClient(configKey = "tickets")
@OidcClientFilter
@Path("/internal/v1/feed")
interface TicketsClient {
    @GET
    FeedPage feed(@QueryParam("after") long after, @QueryParam("limit") int limit, @QueryParam("wait") int wait);
}
