package dev.remit.tickets.reviews;

import dev.remit.kit.http.Cursor;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.ReviewState;
import dev.remit.tickets.intake.Reviews;
import io.quarkus.panache.common.Parameters;
import jakarta.validation.constraints.Size;
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

    /** Only of this connection, by its name. */
    @QueryParam("connection")
    @Size(max = 100)
    String connection;

    /** Only of what the source calls so. */
    @QueryParam("externalId")
    @Size(max = 100)
    String externalId;

    /** Only of this field of a payload, such as status. */
    @QueryParam("field")
    @Size(max = 200)
    String field;

    /** OLDEST first by default. */
    @QueryParam("order")
    Order order;

    /** Holds the list to what one connection told, whatever else was asked for. */
    void bindToConnection(String name) {
        connection = name;
    }

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
        if (connection != null) {
            where.append(" and connectionId in (select c.id from Connection c where c.name = :connection)");
            parameters.and("connection", connection);
        }
        if (externalId != null) {
            where.append(" and externalId = :externalId");
            parameters.and("externalId", externalId);
        }
        if (field != null) {
            where.append(" and field = :field");
            parameters.and("field", field);
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
