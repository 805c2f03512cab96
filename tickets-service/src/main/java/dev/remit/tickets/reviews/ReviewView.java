package dev.remit.tickets.reviews;

import dev.remit.engines.scope.Verdict;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.intake.AuthorView;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.ReviewState;
import dev.remit.tickets.intake.RuledOtherwise;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing to look at.
 *
 * @param externalId the source's key of the object; empty where the payload does not tell
 * @param ticketId of the ticket that the source calls so; absent where there is none
 * @param timeEntryId of the time entry that the source calls so; absent where there is none
 * @param name of the source's that means nothing to us; of UNKNOWN_NAME alone
 * @param field of the payload; of FACTS_CHANGED the ruling, such as {@code ruling 2 of work item 1}
 * @param otherwise what the ruling would be by what is known now; of FACTS_CHANGED alone
 * @param decidedAt when it was decided or closed; absent while it is open
 * @param decidedBy the person who decided; absent where nobody had to
 * @param reason why, in that person's words or ours; absent while it is open
 */
@Schema(name = "ReviewItem")
record ReviewView(
        UUID id,
        UUID connectionId,
        String externalId,
        @MayBeAbsent UUID ticketId,
        @MayBeAbsent UUID timeEntryId,
        ReviewCause cause,
        String field,
        @MayBeAbsent String name,
        String detail,
        @MayBeAbsent Otherwise otherwise,
        Instant raisedAt,
        ReviewState state,
        @MayBeAbsent Instant decidedAt,
        @MayBeAbsent AuthorView decidedBy,
        @MayBeAbsent String reason) {

    static ReviewView of(Review review, UUID ticketId, UUID timeEntryId) {
        return new ReviewView(
                review.id(),
                review.connectionId(),
                review.externalId(),
                ticketId,
                timeEntryId,
                review.cause(),
                review.field(),
                review.name(),
                review.detail(),
                review.otherwise().map(Otherwise::of).orElse(null),
                review.raisedAt(),
                review.state(),
                review.decidedAt().orElse(null),
                review.decidedBy().map(AuthorView::of).orElse(null),
                review.reason());
    }

    /**
     * What the ruling of a work item would be by what is known now. To resolve the review gives it.
     *
     * @param workItemId the work item's id
     * @param rulingId the ruling that stands
     * @param item the catalogue item that the work would be; absent where it would be none
     * @param clauseId the clause that would decide; absent where none would
     * @param approvalRequired whether the client would have to approve the work
     */
    @Schema(name = "RuledOtherwise")
    record Otherwise(
            UUID workItemId,
            UUID rulingId,
            Verdict verdict,
            @MayBeAbsent String item,
            @MayBeAbsent String clauseId,
            boolean approvalRequired) {

        static Otherwise of(RuledOtherwise now) {
            return new Otherwise(
                    now.workItemId(),
                    now.rulingId(),
                    now.verdict(),
                    now.item(),
                    now.clauseId(),
                    now.approvalRequired());
        }
    }
}
