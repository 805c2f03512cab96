package dev.remit.tickets.reviews;

import dev.remit.tickets.intake.AuthorView;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.ReviewState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing to look at.
 *
 * @param externalId the source's key of the object; empty where the payload does not tell
 * @param field of the payload
 * @param decidedAt when it was decided or closed; absent while it is open
 * @param decidedBy the person who decided; absent where nobody had to
 * @param reason why, in that person's words or ours; absent while it is open
 */
@Schema(name = "ReviewItem")
record ReviewView(
        UUID id,
        UUID connectionId,
        String externalId,
        ReviewCause cause,
        String field,
        String detail,
        Instant raisedAt,
        ReviewState state,
        Instant decidedAt,
        AuthorView decidedBy,
        String reason) {

    static ReviewView of(Review review) {
        return new ReviewView(
                review.id(),
                review.connectionId(),
                review.externalId(),
                review.cause(),
                review.field(),
                review.detail(),
                review.raisedAt(),
                review.state(),
                review.decidedAt().orElse(null),
                review.decidedBy().map(AuthorView::of).orElse(null),
                review.reason());
    }
}
