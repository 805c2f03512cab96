package dev.remit.billing.feeds;

import dev.remit.kit.feed.FeedPage;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What billing asks the contracts service for. */
@RegisterRestClient(configKey = "contracts")
@OidcClientFilter
@Path("/internal/v1")
interface ContractsClient {
    @GET
    @Path("/feed")
    FeedPage feed(@QueryParam("after") long after, @QueryParam("limit") int limit, @QueryParam("wait") int wait);

    /** The published bytes, which must not pass through any reader of JSON. */
    @GET
    @Path("/documents/{hash}")
    @Produces(MediaType.APPLICATION_JSON)
    byte[] document(@PathParam("hash") String hash);
}
