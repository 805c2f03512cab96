package dev.remit.tickets.reviews;

import dev.remit.kit.http.Cursor;
import dev.remit.tickets.QueryValues;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.ReviewState;
import dev.remit.tickets.intake.Reviews;
import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which reviews to show, and in which order. */
public class ReviewFilter {
    /** The order of a list. */
    public enum Order {
        OLDEST,
        NEWEST
    }

    @QueryParam("cause")
    @Parameter(description = "Only with this cause", schema = @Schema(implementation = ReviewCause.class))
    String cause;

    @QueryParam("state")
    @Parameter(description = "Only in this state", schema = @Schema(implementation = ReviewState.class))
    String state;

    @QueryParam("order")
    @Parameter(description = "OLDEST first by default", schema = @Schema(implementation = Order.class))
    String order;

    /** At most one more than the limit. */
    List<Review> page(Reviews reviews, Optional<Cursor> after, int limit) {
        boolean newest = QueryValues.oneOf("order", order, Order.class) == Order.NEWEST;
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters parameters = new Parameters();
        ReviewCause because = QueryValues.oneOf("cause", cause, ReviewCause.class);
        if (because != null) {
            where.append(" and cause = :cause");
            parameters.and("cause", because);
        }
        ReviewState in = QueryValues.oneOf("state", state, ReviewState.class);
        if (in != null) {
            where.append(" and state = :state");
            parameters.and("state", in);
        }
        String beyond = newest ? "<" : ">";
        after.ifPresent(cursor -> {
            where.append(" and (raisedAt ").append(beyond).append(" :at or (raisedAt = :at and id ");
            where.append(beyond).append(" :id))");
            parameters.and("at", cursor.instant(0)).and("id", cursor.uuid(1));
        });
        where.append(newest ? " order by raisedAt desc, id desc" : " order by raisedAt, id");
        return reviews.find(where.toString(), parameters).page(0, limit + 1).list();
    }
}
