package dev.remit.contracts.volumes;

import dev.remit.kit.feed.FeedPage;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is asked of billing-service. */
@RegisterRestClient(configKey = "billing")
@OidcClientFilter
@Path("/internal/v1")
interface BillingClient {

    @GET
    @Path("feed")
    FeedPage feed(@QueryParam("after") long after, @QueryParam("limit") int limit, @QueryParam("wait") int wait);
}
