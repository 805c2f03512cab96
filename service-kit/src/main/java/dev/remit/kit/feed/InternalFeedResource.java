package dev.remit.kit.feed;

import static dev.remit.kit.tenancy.Roles.SERVICE;

import dev.remit.kit.tenancy.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed as other services read it: all tenants, gapless. With {@code wait} an empty answer is held back for a while. */
@Path("/internal/v1/feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Internal")
public class InternalFeedResource {
    private final Feed feed;
    private final FeedReaders readers;
    private final Caller caller;
    private final FeedLongPoll longPoll;

    InternalFeedResource(Feed feed, FeedReaders readers, Caller caller, FeedLongPoll longPoll) {
        this.feed = feed;
        this.readers = readers;
        this.caller = caller;
        this.longPoll = longPoll;
    }

    /** Events of all tenants after a position. On a virtual thread: who waits for news holds no thread that requests need. */
    @GET
    @RunOnVirtualThread
    @RolesAllowed(SERVICE)
    public FeedPage internalFeed(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(1000) int limit,
            @QueryParam("wait") @DefaultValue("0") @Min(0) @Max(FeedLongPoll.MOST_SECONDS) int wait)
            throws InterruptedException {
        readers.note(caller.username(), after);
        return longPoll.await(
                wait, () -> feed.read(after, limit), page -> !page.items().isEmpty());
    }
}
