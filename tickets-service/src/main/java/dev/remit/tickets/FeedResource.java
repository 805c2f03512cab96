package dev.remit.tickets;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.feed.Feed;
import dev.remit.kit.feed.TenantFeedPage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened to the tenant's tickets, for whoever keeps up with it. */
@Path("/api/tickets/v1/feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feed", description = "What happened, in order and without gaps.")
class FeedResource {
    private final Feed feed;

    FeedResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, INTEGRATOR, PSA_SYNC, AUDITOR})
    @AccessRecorded
    @Operation(
            operationId = "readFeed",
            summary = "Read what happened after a position",
            description = "Ask next time with the after of this answer. Events are kept for 30 days.")
    @APIResponse(
            responseCode = "200",
            description = "The events, and where to go on",
            content = @Content(schema = @Schema(implementation = TenantFeedPage.class)))
    @APIResponse(
            responseCode = "410",
            description =
                    "Events after that position are no longer kept. The problem's after is a position to go on from,"
                            + " once the list that its snapshot leads to was read anew.")
    public TenantFeedPage read(
            @QueryParam("after") @DefaultValue("0") @Min(0) @Parameter(description = "The last position that was read")
                    long after,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "How many items at most")
                    int limit) {
        return feed.ofTenant(after, limit);
    }
}
