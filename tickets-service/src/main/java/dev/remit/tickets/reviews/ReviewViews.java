package dev.remit.tickets.reviews;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.SourceKey;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.worklog.TimeEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reviews as they are shown, each with what it is about; to a machine client of one connection those of that alone. */
@ApplicationScoped
class ReviewViews {
    private final Reviews reviews;
    private final Connections connections;
    private final Tickets tickets;
    private final TimeEntries entries;
    private final Caller caller;

    ReviewViews(Reviews reviews, Connections connections, Tickets tickets, TimeEntries entries, Caller caller) {
        this.reviews = reviews;
        this.connections = connections;
        this.tickets = tickets;
        this.entries = entries;
        this.caller = caller;
    }

    Page<ReviewView> page(ReviewFilter filter, Paging paging) {
        caller.connection().ifPresent(filter::bindToConnection);
        List<Review> rows = filter.page(reviews, paging.after(2), paging.limit());
        List<SourceKey> keys = rows.stream().map(ReviewViews::key).toList();
        Map<SourceKey, UUID> ticketIds = tickets.idsReferredTo(keys);
        Map<SourceKey, UUID> entryIds = entries.idsReferredTo(keys);
        return Page.of(
                rows,
                paging.limit(),
                row -> ReviewView.of(row, ticketIds.get(key(row)), entryIds.get(key(row))),
                row -> Cursor.after(row.raisedAt(), row.id()));
    }

    /** @throws Problem not-found, also of another connection than the caller's */
    ReviewView require(UUID id) {
        Review review = reviews.find("id", id).firstResultOptional().orElseThrow(Problem::notFound);
        if (!caller.isOf(connections.require(review.connectionId()).name())) {
            throw Problem.notFound();
        }
        return shown(review);
    }

    /** What a decision has made of one, outside of the decision's own transaction. */
    @ConsistentRead
    ReviewView of(Review review) {
        return shown(review);
    }

    private ReviewView shown(Review review) {
        SourceKey key = key(review);
        return ReviewView.of(
                review,
                tickets.idsReferredTo(List.of(key)).get(key),
                entries.idsReferredTo(List.of(key)).get(key));
    }

    private static SourceKey key(Review review) {
        return new SourceKey(review.connectionId(), review.externalId());
    }
}
