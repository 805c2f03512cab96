package dev.remit.tickets.reviews;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.ReviewState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person must look at, and what they do about it. */
@Path("/api/tickets/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK})
@Tag(name = "Reviews", description = "What came in and cannot be acted on without guessing.")
class ReviewsResource {
    private final ReviewViews views;
    private final ReviewActions desk;

    ReviewsResource(ReviewViews views, ReviewActions desk) {
        this.views = views;
        this.desk = desk;
    }

    /**
     * List what a person must look at. Oldest first, or newest; a cursor is of one order. A machine client of one connection is
     * shown what that told.
     */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, PSA_SYNC, AUDITOR})
    @AccessRecorded
    public Page<ReviewView> listReviews(@Valid @BeanParam ReviewFilter filter, @Valid @BeanParam Paging paging) {
        return views.page(filter, paging);
    }

    /**
     * Read a review.
     *
     * @param id the review's id
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, PSA_SYNC, AUDITOR})
    @AccessRecorded
    public ReviewView getReview(UUID id) {
        return views.require(id);
    }

    /**
     * Stands for what was told. Work that was held back because it cannot have been done as it is told is then taken as told; a
     * ruling whose facts have changed is given anew by what is known now, and is a 409 where that is no more what the review says.
     *
     * @param id the review's id
     */
    @POST
    @Path("/{id}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReviewView resolveReview(UUID id, @NotNull @Valid ReviewDecision decision) {
        return views.of(desk.decide(id, ReviewState.RESOLVED, decision.reason()));
    }

    /**
     * Wants nothing made of what was told. What was held back stays held back; a later word of the source is looked at anew. A
     * ruling whose facts have changed stays, and is listed again only when it would be yet another.
     *
     * @param id the review's id
     */
    @POST
    @Path("/{id}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReviewView dismissReview(UUID id, @NotNull @Valid ReviewDecision decision) {
        return views.of(desk.decide(id, ReviewState.DISMISSED, decision.reason()));
    }

    /**
     * Takes the kept payload in again. As if it came now, such as when clocks agree. The review of something that was refused is
     * closed unless it is refused again; others close by themselves once their cause has gone. The receipt says what came of it.
     *
     * @param id the review's id
     */
    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReviewRetried retryReview(UUID id, @NotNull @Valid ReviewDecision decision) {
        ReviewActions.Retried retried = desk.retry(id, decision.reason());
        return new ReviewRetried(views.of(retried.review()), ReceiptView.of(retried.receipt()));
    }
}
