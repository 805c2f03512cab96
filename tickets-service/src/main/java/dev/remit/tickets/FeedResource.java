package dev.remit.tickets;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.feed.Feed;
import dev.remit.kit.feed.TenantFeedPage;
import dev.remit.kit.http.FeedPaging;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.tenancy.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to the tenant's tickets, for whoever keeps up with it. */
@Path("/api/tickets/v1/feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feed", description = "What happened, in order and without gaps.")
class FeedResource {
    private final Feed feed;
    private final Caller caller;

    FeedResource(Feed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    /**
     * Read what happened after a position. Ask next time with the after of this answer. Events are kept for 30 days. A machine
     * client of one connection is refused: the feed tells of all connections.
     *
     * @return 200: the events, and where to go on; 410: events after that position are no longer kept. The problem's after is a
     *     position to go on from, once the list that its snapshot leads to was read anew.
     */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, INTEGRATOR, PSA_SYNC, AUDITOR})
    @AccessRecorded
    public TenantFeedPage readTicketsFeed(@Valid @BeanParam FeedPaging paging) {
        if (caller.connection().isPresent()) {
            throw Problem.of(ProblemType.FORBIDDEN, "The feed tells of all connections, and the token is for one.");
        }
        return feed.ofTenant(paging.after(), paging.limit());
    }
}
