package dev.remit.kit.app;

import dev.remit.kit.feed.FeedPage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The gadget service seen from another service. */
@RegisterRestClient(configKey = "self")
@Path("/internal/v1/feed")
public interface SelfClient {
    /** Only the field that this reader knows. */
    record Head(long head) {}

    @GET
    FeedPage read(
            @HeaderParam("Authorization") String token,
            @QueryParam("after") long after,
            @QueryParam("limit") int limit,
            @QueryParam("wait") int wait);

    @GET
    Head head(@HeaderParam("Authorization") String token, @QueryParam("after") long after);
}
