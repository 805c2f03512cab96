package dev.remit.tickets.reviews;

import dev.remit.kit.http.Cursor;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.ReviewState;
import dev.remit.tickets.intake.Reviews;
import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which reviews to show, and in which order. */
public class ReviewFilter {
    /** The order of a list. */
    @Schema(name = "ReviewOrder")
    public enum Order {
        OLDEST,
        NEWEST
    }

    /** Only with this cause. */
    @QueryParam("cause")
    ReviewCause cause;

    /** Only in this state. */
    @QueryParam("state")
    ReviewState state;

    /** OLDEST first by default. */
    @QueryParam("order")
    Order order;

    /** At most one more than the limit. */
    List<Review> page(Reviews reviews, Optional<Cursor> after, int limit) {
        boolean newest = order == Order.NEWEST;
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters parameters = new Parameters();
        if (cause != null) {
            where.append(" and cause = :cause");
            parameters.and("cause", cause);
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.and("state", state);
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
