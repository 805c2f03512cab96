package dev.remit.tickets.intake;

import dev.remit.kit.feed.Outbox;
import dev.remit.tickets.connections.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tells others of what waits for a person, and when it waits no longer. */
@ApplicationScoped
public class ReviewEvents {
    private final Connections connections;
    private final Tickets tickets;
    private final Outbox outbox;

    ReviewEvents(Connections connections, Tickets tickets, Outbox outbox) {
        this.connections = connections;
        this.tickets = tickets;
        this.outbox = outbox;
    }

    /**
     * How a review stands. It has no words of the source: only its keys and the names of fields.
     *
     * @param ticketId of FACTS_CHANGED; null for others, as are the client and what the ruling would be
     * @param endedAt null while it waits
     */
    private record ReviewEvent(
            UUID reviewId,
            ReviewCause cause,
            ReviewState state,
            String connection,
            String externalId,
            String field,
            UUID ticketId,
            UUID clientId,
            RuledOtherwise otherwise,
            Instant raisedAt,
            Instant endedAt) {}

    /** It waits for a person, or waits with another question than before. */
    void raised(Review review) {
        tell("ReviewRaised", review);
    }

    /** Somebody has decided about it, or its cause has gone. */
    public void ended(Review review) {
        tell("ReviewEnded", review);
    }

    private void tell(String type, Review review) {
        Optional<Ticket> ticket =
                review.otherwise().flatMap(now -> tickets.referredTo(review.connectionId(), review.externalId()));
        outbox.append(
                type,
                review.id(),
                new ReviewEvent(
                        review.id(),
                        review.cause(),
                        review.state(),
                        connections.require(review.connectionId()).name(),
                        review.externalId(),
                        review.field(),
                        ticket.map(Ticket::id).orElse(null),
                        ticket.flatMap(Ticket::pin).map(PinnedTerms::clientId).orElse(null),
                        review.otherwise().orElse(null),
                        review.raisedAt(),
                        review.decidedAt().orElse(null)));
    }
}
