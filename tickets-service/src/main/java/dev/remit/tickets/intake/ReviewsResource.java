package dev.remit.tickets.intake;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.SERVICE_DESK;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person must look at. */
@Path("/api/tickets/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reviews", description = "What came in and cannot be acted on without guessing.")
class ReviewsResource {
    private final Reviews reviews;

    ReviewsResource(Reviews reviews) {
        this.reviews = reviews;
    }

    /**
     * One thing to look at.
     *
     * @param externalId the source's key of the object; empty where the payload does not tell
     * @param field of the payload
     */
    @Schema(name = "ReviewItem")
    record ReviewView(
            UUID id,
            UUID connectionId,
            String externalId,
            ReviewCause cause,
            String field,
            String detail,
            Instant raisedAt) {

        private static ReviewView of(Review review) {
            return new ReviewView(
                    review.id(),
                    review.connectionId(),
                    review.externalId(),
                    review.cause(),
                    review.field(),
                    review.detail(),
                    review.raisedAt());
        }
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, AUDITOR})
    @Operation(operationId = "listReviews", summary = "List what a person must look at", description = "Oldest first.")
    public Page<ReviewView> list(@Valid @BeanParam Paging paging) {
        List<Review> rows = paging.after(2)
                .map(cursor -> reviews.find(
                        "raisedAt > ?1 or (raisedAt = ?1 and id > ?2) order by raisedAt, id",
                        cursor.instant(0),
                        cursor.uuid(1)))
                .orElseGet(() -> reviews.find("order by raisedAt, id"))
                .page(0, paging.limit() + 1)
                .list();
        return Page.of(rows, paging.limit(), ReviewView::of, row -> Cursor.after(row.raisedAt(), row.id()));
    }
}
