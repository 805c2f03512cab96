package dev.remit.billing.exports;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.FINANCE_PULL;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.billing.books.FinancePositions;
import dev.remit.billing.extras.Publication;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.FeedPaging;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The locked lines as finance pulls them. */
@Path("/api/billing/v1/finance-feed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Finance")
public class FinanceFeedResource {
    private final Publication publication;
    private final FinancePositions head;

    FinanceFeedResource(Publication publication, FinancePositions head) {
        this.publication = publication;
        this.head = head;
    }

    /** Locked lines after a position. Begin with 0; ask again with the last position that you stored. Positions stay for good. */
    @GET
    @ConsistentRead
    @RolesAllowed({FINANCE_PULL, FINANCE, OWNER, AUDITOR})
    @AccessRecorded
    @LongRead
    public FinanceFeed readFinanceFeed(@Valid @BeanParam FeedPaging paging) {
        long last = head.read().position();
        return FinanceFeed.of(publication.feed(paging.after(), paging.limit()), last);
    }

    /**
     * Says that finance has every line up to a position. Lines that were acknowledged before keep their reference, so that
     * repeating it does no harm.
     */
    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/acknowledgements")
    @RolesAllowed({FINANCE_PULL, FINANCE})
    public FeedAcknowledgement acknowledgeExtras(@NotNull @Valid FeedAcknowledgement.Request request) {
        long last = head.read().position();
        if (request.through() > last) {
            throw Problem.invalid("through", "is beyond the feed's head " + last, "beyond-head");
        }
        int lines = publication.acknowledgeThrough(request.through(), request.reference());
        return new FeedAcknowledgement(request.through(), request.reference(), lines);
    }
}
