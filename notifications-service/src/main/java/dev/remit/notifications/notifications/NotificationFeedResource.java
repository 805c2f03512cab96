package dev.remit.notifications.notifications;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.feed.FeedLongPoll;
import dev.remit.kit.http.FeedPaging;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What webhooks tell, for whoever would rather ask for it than be called. */
@Path("/api/notifications/v1/feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "What webhooks tell, in order and without gaps.")
class NotificationFeedResource {
    private final NotificationFeed feed;
    private final Caller caller;

    NotificationFeedResource(NotificationFeed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    /**
     * Read what webhooks tell, after a position: the same types, data and ids. Ask next time with the after of this answer. It
     * is kept for 30 days. A machine client of one connection is refused: the feed tells of all connections.
     *
     * @param wait for how many seconds to wait for something where there is nothing, at most 10
     * @return 200: the notifications, and where to go on; 410: those after that position are no longer kept. The problem's
     *     after is a position to go on from.
     */
    @GET
    @RunOnVirtualThread
    @RolesAllowed({OWNER, SERVICE_DESK, INTEGRATOR, PSA_SYNC, AUDITOR})
    @AccessRecorded
    public NotificationFeedPage readNotificationsFeed(
            @Valid @BeanParam FeedPaging paging,
            @Valid @BeanParam NotificationFilter filter,
            @QueryParam("wait") @DefaultValue("0") @Min(0) @Max(FeedLongPoll.MOST_SECONDS) int wait)
            throws InterruptedException {
        if (caller.connection().isPresent()) {
            throw Problem.of(ProblemType.FORBIDDEN, "The feed tells of all connections, and the token is for one.");
        }
        filter.requireKnownTypes();
        return feed.read(paging.after(), paging.limit(), filter, wait);
    }
}
