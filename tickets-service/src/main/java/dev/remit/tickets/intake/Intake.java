package dev.remit.tickets.intake;

import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.Author;
import dev.remit.psa.DeletedFact;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.TicketStatus;
import dev.remit.tickets.evidence.EvidenceKind;
import dev.remit.tickets.intake.Receipt.Refusal;
import dev.remit.tickets.intake.ReceiptView.Outcome;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes tickets in. What a source says is stored and acknowledged whatever else is up or known; making something of it
 * is left to a later transaction.
 */
@ApplicationScoped
public class Intake {
    /** Of all snapshots of one ticket together, each of which has all messages that there were: its past is folded from them. */
    static final int MOST_MESSAGES = 250_000;

    private final Tickets tickets;
    private final Snapshots snapshots;
    private final Deletions deletions;
    private final Reviews reviews;
    private final WakeUps wakeUps;
    private final WorkItems workItems;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Ids ids;
    private final TenantClock clock;
    private final InstantSource wall;

    Intake(
            Tickets tickets,
            Snapshots snapshots,
            Deletions deletions,
            Reviews reviews,
            WakeUps wakeUps,
            WorkItems workItems,
            Evidence evidence,
            Outbox outbox,
            Ids ids,
            TenantClock clock,
            InstantSource wall) {
        this.tickets = tickets;
        this.snapshots = snapshots;
        this.deletions = deletions;
        this.reviews = reviews;
        this.wakeUps = wakeUps;
        this.workItems = workItems;
        this.evidence = evidence;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.wall = wall;
    }

    /**
     * Stores one snapshot. The same one again changes nothing; an older one only what no later one says anything of, and
     * what is derived from the whole.
     *
     * @param kept the members of which it says nothing, so that they stay as they were
     */
    public Receipt take(
            Connection connection, TicketFacts facts, Collection<String> kept, UUID payloadId, String payloadHash) {
        Instant now = clock.now();
        Origin origin = new Origin(connection.id(), facts.externalId(), payloadId);
        return reviews.refuseAhead(origin, FutureTimes.in(facts, now), now)
                .orElseGet(() -> store(connection, facts, kept, origin, payloadHash, now));
    }

    private Receipt store(
            Connection connection,
            TicketFacts facts,
            Collection<String> kept,
            Origin origin,
            String payloadHash,
            Instant now) {
        Optional<Ticket> known = tickets.lockReferredTo(connection.id(), facts.externalId());
        Ticket ticket = known.orElseGet(() -> new Ticket(ids.next(), connection, facts.externalId(), now));
        HashedFacts sealed = HashedFacts.of(facts, kept);
        if (known.isPresent() && snapshots.has(ticket.id(), sealed)) {
            return Receipt.of(ticket.id(), Outcome.UNCHANGED);
        }
        if (facts.author() != null) {
            BackdatingGuard word = new BackdatingGuard();
            known.ifPresent(before -> snapshots.eachInOrder(before.id(), now, word::know));
            word.check(facts, connection.translation().isAnsweredAtOnce(facts.channel()), now);
        }
        if (known.isPresent()
                && snapshots.messages(ticket.id()) + facts.messages().size() > MOST_MESSAGES) {
            return reviews.refuse(
                    origin,
                    ReviewCause.UNUSABLE,
                    "messages",
                    "The ticket's snapshots have more than " + MOST_MESSAGES + " messages in all.");
        }
        TicketChanged before = TicketChanged.of(ticket);
        boolean tied = sealed.sourceUpdatedAt().equals(ticket.sourceUpdatedAt());
        boolean changed = ticket.take(sealed, connection, now);
        ticket.pend(wall.instant());
        if (known.isEmpty()) {
            tickets.persist(ticket);
            workItems.first(ticket.id());
            evidence.begin(ticket.id());
        }
        Snapshot snapshot =
                new Snapshot(ids.next(), ticket.id(), sealed, facts.messages().size(), origin.payloadId(), now);
        snapshots.persist(snapshot);
        SnapshotProof proof = snapshot.proof(payloadHash, ticket.isConfidential());
        evidence.append(ticket.id(), EvidenceKind.SNAPSHOT, proof.stated(), proof.series(), proof.state());
        reviewNames(connection, facts, origin);
        reviewCreation(ticket, facts, origin);
        announce(ticket, known.isEmpty(), before, changed);
        if (changed) {
            return isGone(connection, ticket, known.isEmpty())
                    ? Receipt.of(ticket.id(), Outcome.DELETED)
                    : Receipt.of(ticket.id(), known.isEmpty() ? Outcome.CREATED : Outcome.UPDATED);
        }
        return tied ? Receipt.tied(ticket.id()) : Receipt.of(ticket.id(), Outcome.OLDER);
    }

    /** Whether the source has said since what this tells that the ticket is gone. */
    private boolean isGone(Connection connection, Ticket ticket, boolean isNew) {
        Optional<Instant> deletion = isNew
                ? deletions.of(connection.id(), DeletedFact.Kind.TICKET, ticket.externalId())
                : ticket.deletedAt();
        return deletion.filter(at -> !ticket.sourceUpdatedAt().isAfter(at)).isPresent();
    }

    /** A ticket came into being once; another time for that would move every target. */
    private void reviewCreation(Ticket ticket, TicketFacts facts, Origin origin) {
        if (!facts.createdAt().truncatedTo(ChronoUnit.MICROS).equals(ticket.createdAt())) {
            reviews.raise(
                    origin,
                    ReviewCause.CREATION_MOVED,
                    "createdAt",
                    "is " + facts.createdAt() + "; the ticket keeps " + ticket.createdAt());
        }
    }

    private void announce(Ticket ticket, boolean created, TicketChanged before, boolean changed) {
        TicketChanged now = TicketChanged.of(ticket);
        if (created) {
            outbox.append(
                    "TicketReceived",
                    ticket.id(),
                    new TicketReceived(
                            ticket.id(),
                            ticket.connectionName(),
                            ticket.externalId(),
                            ticket.createdAt(),
                            now.status(),
                            now.priority(),
                            now.resolvedAt()));
        } else if (!before.equals(now)) {
            outbox.append(TicketChanged.TYPE, ticket.id(), now);
        } else if (changed) {
            outbox.append("TicketUpdated", ticket.id(), new TicketUpdated(ticket.id()));
        }
    }

    private void reviewNames(Connection connection, TicketFacts facts, Origin origin) {
        if (facts.status() != null
                && connection.translation().status(facts.status()).isEmpty()) {
            reviews.raise(
                    origin,
                    Refusal.ofName(
                            "status",
                            facts.status(),
                            "The connection has no meaning for the status \"" + facts.status()
                                    + "\"; the status before it goes on."));
        }
    }

    /**
     * Stores the word that something is gone, also of what has not come yet.
     *
     * @param author the person whose word it is; empty for the source's own
     */
    public Receipt delete(Connection connection, DeletedFact fact, Optional<Author> author) {
        Optional<Instant> before = deletions.of(connection.id(), fact.kind(), fact.externalId());
        Optional<Ticket> ticket = fact.kind() == DeletedFact.Kind.TICKET
                ? tickets.referredTo(connection.id(), fact.externalId())
                : Optional.empty();
        boolean cameBack = before.isPresent() && restoredSince(connection, fact, before.get(), ticket);
        if (before.isEmpty() || cameBack) {
            deletions.add(connection, fact, author);
            switch (fact.kind()) {
                case TICKET -> wakeUps.ticketReferredTo(connection.id(), fact.externalId());
                case TIME_ENTRY -> wakeUps.timeEntryReferredTo(connection.id(), fact.externalId());
            }
        }
        Optional<UUID> id =
                switch (fact.kind()) {
                    case TICKET -> ticket.map(Ticket::id);
                    case TIME_ENTRY -> deletions.entryId(connection.id(), fact.externalId());
                };
        return Receipt.of(id.orElse(null), before.isEmpty() || cameBack ? Outcome.DELETED : Outcome.UNCHANGED);
    }

    /** Whether the source has told of the object since it was deleted, as it does of one that was restored. */
    private boolean restoredSince(Connection connection, DeletedFact fact, Instant deletion, Optional<Ticket> ticket) {
        return switch (fact.kind()) {
            case TICKET ->
                ticket.filter(known -> known.sourceUpdatedAt().isAfter(deletion))
                        .isPresent();
            case TIME_ENTRY -> deletions.isEntryChangedSince(connection.id(), fact.externalId(), deletion);
        };
    }

    /** What is heard of a ticket of which its source says something that no other event tells. */
    record TicketUpdated(UUID ticketId) {}

    /** What other services hear of a new ticket. */
    record TicketReceived(
            UUID ticketId,
            String connection,
            String externalId,
            Instant createdAt,
            TicketStatus status,
            String priority,
            Instant resolvedAt) {}
}
