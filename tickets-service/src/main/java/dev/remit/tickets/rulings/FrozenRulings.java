package dev.remit.tickets.rulings;

import dev.remit.engines.scope.Clause;
import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.RuledOtherwise;
import dev.remit.tickets.intake.Snapshots;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rulings that somebody relies on: lists those that would be others by what is known now, and rules again when told to. */
@ApplicationScoped
public class FrozenRulings {
    private final Rulings rulings;
    private final Reviews reviews;
    private final Snapshots snapshots;
    private final Tickets tickets;
    private final WorkItems workItems;

    FrozenRulings(Rulings rulings, Reviews reviews, Snapshots snapshots, Tickets tickets, WorkItems workItems) {
        this.rulings = rulings;
        this.reviews = reviews;
        this.snapshots = snapshots;
        this.tickets = tickets;
        this.workItems = workItems;
    }

    /** Lists a frozen ruling for review where it would be another now, and closes its review where it would not. */
    void compare(Ticket ticket, TicketFacts facts, WorkItem workItem) {
        RulingText stands = rulings.current(workItem);
        RulingAnswer now = rulings.answerNow(ticket, facts, workItem);
        if (now.comesToSameAs(stands.answerByClauses())) {
            reviews.closeOf(stands.rulingId(), "what is known leads to the same ruling again");
            return;
        }
        reviews.raise(
                new Origin(
                        ticket.connectionId(),
                        ticket.externalId(),
                        snapshots.latest(ticket.id()).payloadId()),
                otherwise(stands, now),
                "ruling " + stands.sequence() + " of work item " + workItem.number(),
                "Ruled " + words(stands) + "; by what is known now it would be " + words(now) + ".");
    }

    /** Locks the ticket of a work item, as everybody does who changes what hangs on it. */
    public void lockTicketOf(UUID workItemId) {
        tickets.requireLocked(workItems.findById(workItemId).ticketId());
    }

    /**
     * Rules again by what is known now.
     *
     * @param review of a ruling that would be another now; its ticket is locked
     * @throws Problem wrong-state, where it would be another than the review says
     */
    public void ruleAgain(Review review, Author by, String because) {
        RuledOtherwise listed = review.otherwise().orElseThrow();
        WorkItem workItem = workItems.findById(listed.workItemId());
        Ticket ticket = tickets.require(workItem.ticketId());
        boolean stands = workItem.rulingId().filter(listed.rulingId()::equals).isPresent();
        if (!stands
                || !otherwise(rulings.current(workItem), rulings.answerNow(ticket, ticket.facts(), workItem))
                        .equals(listed)) {
            throw Problem.wrongState("What is known of the work has changed since; read the review again.");
        }
        RulingPerson person = new RulingPerson(by.subject(), by.login(), by.role(), "API");
        String name = by.name() == null ? by.login() : by.name();
        rulings.give(ticket, ticket.facts(), workItem, RulingReason.again(name, person, because));
    }

    private static RuledOtherwise otherwise(RulingText stands, RulingAnswer now) {
        return new RuledOtherwise(
                stands.workItemId(),
                stands.rulingId(),
                now.verdict(),
                now.item(),
                now.clause() == null ? null : now.clause().id(),
                now.approvalRequired());
    }

    private static String words(RulingText ruling) {
        return ruling.byHand() == null
                ? words(ruling.answer())
                : ruling.answer().verdict() + " by hand, where the agreement said " + words(ruling.answerByClauses());
    }

    private static String words(RulingAnswer answer) {
        StringBuilder words = new StringBuilder(answer.verdict().name());
        if (answer.item() != null) {
            words.append(" as ").append(answer.item());
        }
        if (answer.disagreeing() != null) {
            words.append(answer.disagreeing().stream()
                    .map(Clause::id)
                    .collect(Collectors.joining(" and ", " between clauses ", "")));
        } else if (answer.clause() != null) {
            words.append(" by clause ").append(answer.clause().id());
        } else if (answer.silentReason() != null) {
            words.append(" (").append(answer.silentReason()).append(')');
        }
        return words.append(answer.approvalRequired() ? ", with the client's approval" : "")
                .toString();
    }
}
