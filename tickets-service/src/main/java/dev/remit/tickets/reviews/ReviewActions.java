package dev.remit.tickets.reviews;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.Author;
import dev.remit.tickets.callbacks.Callbacks;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.Authors;
import dev.remit.tickets.intake.CollisionRetry;
import dev.remit.tickets.intake.Payload;
import dev.remit.tickets.intake.Payloads;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.ReviewEvents;
import dev.remit.tickets.intake.ReviewState;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.TicketFactsIntake;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.intake.WakeUps;
import dev.remit.tickets.rulings.FrozenRulings;
import dev.remit.tickets.worklog.TimeEntryFactsIntake;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What people do about reviews. */
@ApplicationScoped
class ReviewActions {
    /** Causes for which nothing, or nothing that counts, is made of a payload. */
    private static final Set<ReviewCause> REFUSALS =
            EnumSet.of(ReviewCause.UNUSABLE, ReviewCause.AHEAD_OF_TIME, ReviewCause.NO_TIMES);

    private final Reviews reviews;
    private final ReviewEvents reviewEvents;
    private final Payloads payloads;
    private final Connections connections;
    private final TicketFactsIntake tickets;
    private final TimeEntryFactsIntake entries;
    private final Callbacks callbacks;
    private final FrozenRulings rulings;
    private final WakeUps wakeUps;
    private final Authors authors;
    private final TenantClock clock;
    private final Event<TicketsPending> pending;

    ReviewActions(
            Reviews reviews,
            ReviewEvents reviewEvents,
            Payloads payloads,
            Connections connections,
            TicketFactsIntake tickets,
            TimeEntryFactsIntake entries,
            Callbacks callbacks,
            FrozenRulings rulings,
            WakeUps wakeUps,
            Authors authors,
            TenantClock clock,
            Event<TicketsPending> pending) {
        this.reviews = reviews;
        this.reviewEvents = reviewEvents;
        this.payloads = payloads;
        this.connections = connections;
        this.tickets = tickets;
        this.entries = entries;
        this.callbacks = callbacks;
        this.rulings = rulings;
        this.wakeUps = wakeUps;
        this.authors = authors;
        this.clock = clock;
        this.pending = pending;
    }

    /**
     * Notes a person's decision; what was told is looked at again in its light, and a ruling that it resolves is given anew.
     *
     * @throws Problem not-found, wrong-state
     */
    Review decide(UUID id, ReviewState to, String reason) {
        return act(() -> {
            reviews.workItemOf(id).ifPresent(rulings::lockTicketOf);
            Review review = reviews.require(id);
            review.decide(to, person(), reason, clock.now());
            reviewEvents.ended(review);
            if (to == ReviewState.RESOLVED && review.otherwise().isPresent()) {
                rulings.ruleAgain(review, person(), reason);
            }
            wake(review);
            return review;
        });
    }

    /** What came of taking a payload in again. */
    record Retried(Review review, Receipt receipt) {}

    /**
     * Takes the kept payload in again, as if it came now. A review of something that was refused is closed if it is taken
     * by now; any other closes by itself when its cause has gone, which the ticket's next settling finds out.
     *
     * @throws Problem not-found, wrong-state
     */
    Retried retry(UUID id, String reason) {
        return act(() -> {
            Review review = reviews.require(id);
            if (review.state() != ReviewState.OPEN) {
                throw Problem.wrongState("The review is " + review.state() + "; only an OPEN one can be retried.");
            }
            Receipt receipt = takeAgain(review);
            if (receipt.review().isEmpty() && REFUSALS.contains(review.cause())) {
                review.decide(ReviewState.CLOSED, person(), reason, clock.now());
                reviewEvents.ended(review);
            }
            wake(review);
            return new Retried(review, receipt);
        });
    }

    /** In a transaction of its own, which is repeated where it meets another. */
    private <T> T act(Callable<T> decision) {
        return CollisionRetry.repeat(() -> QuarkusTransaction.requiringNew().call(decision));
    }

    private Receipt takeAgain(Review review) {
        Connection connection = connections.require(review.connectionId());
        Payload payload = payloads.find("id", review.payloadId())
                .firstResultOptional()
                .orElseThrow(
                        () -> Problem.wrongState(
                                "What was sent is not kept any more, so it cannot be taken in again; have the source send it again."));
        try {
            return switch (payload.via()) {
                case TICKET -> tickets.take(connection, review.externalId(), payload);
                case TIME_ENTRY -> entries.take(connection, review.externalId(), payload);
                case CALLBACK -> callbacks.take(connection.id(), payload.body());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void wake(Review review) {
        pending.fire(new TicketsPending());
        if (!review.externalId().isEmpty()) {
            wakeUps.ticketReferredTo(review.connectionId(), review.externalId());
            wakeUps.timeEntryReferredTo(review.connectionId(), review.externalId());
        }
    }

    private Author person() {
        return authors.present().orElseThrow(Problem::notFound);
    }
}
