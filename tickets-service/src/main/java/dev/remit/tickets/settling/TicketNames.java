package dev.remit.tickets.settling;

import dev.remit.psa.DeletedFact;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.OvertakenReviews;
import dev.remit.tickets.intake.Receipt.Refusal;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Snapshot;
import dev.remit.tickets.intake.Snapshots;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists the site of a ticket that nobody knows, and closes what was listed of names that are known by now or is overtaken. */
@ApplicationScoped
class TicketNames {
    private static final String SITE = "site";
    private static final String STATUS = "status";

    private final Connections connections;
    private final Snapshots snapshots;
    private final Reviews reviews;
    private final OvertakenReviews overtaken;

    TicketNames(Connections connections, Snapshots snapshots, Reviews reviews, OvertakenReviews overtaken) {
        this.connections = connections;
        this.snapshots = snapshots;
        this.reviews = reviews;
        this.overtaken = overtaken;
    }

    /** @param facts of the latest snapshot; the ticket is locked */
    void look(Ticket ticket, TicketFacts facts) {
        Set<String> unknown = new HashSet<>();
        if (facts.status() != null
                && connections
                        .require(ticket.connectionId())
                        .translation()
                        .status(facts.status())
                        .isEmpty()) {
            unknown.add(STATUS);
        }
        boolean noSuchSite = facts.site() != null
                && ticket.pin().filter(pin -> pin.siteCode() == null).isPresent();
        if (noSuchSite) {
            unknown.add(SITE);
            reviews.raise(
                    new Origin(
                            ticket.connectionId(),
                            ticket.externalId(),
                            snapshots.latest(ticket.id()).payloadId()),
                    Refusal.ofName(
                            SITE,
                            name(facts.site()),
                            "The client has no site \"" + name(facts.site())
                                    + "\"; the client's own zone is used until it has."));
        }
        if (ticket.pin().isPresent()) {
            reviews.closeGone(
                    ticket.connectionId(),
                    List.of(ticket.externalId()),
                    List.of(STATUS, SITE),
                    review -> review.cause() == ReviewCause.AHEAD_OF_TIME
                            ? !isOvertaken(review, ticket)
                            : unknown.contains(review.field()));
        }
    }

    private boolean isOvertaken(Review review, Ticket ticket) {
        Snapshot latest = snapshots.latest(ticket.id());
        return overtaken.isOvertaken(review, DeletedFact.Kind.TICKET, latest.payloadId(), latest.knownAt());
    }

    private static String name(TicketFacts.SiteRef site) {
        return site.code() == null ? site.externalId() : site.code();
    }
}
