package dev.remit.tickets.settling;

import dev.remit.kit.feed.Outbox;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.DeletedFact;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.clocks.Clocks;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.StoredTicketEvents;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketChanged;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.rulings.TicketRulings;
import dev.remit.tickets.sql.SettlingLock;
import dev.remit.tickets.worklog.TimeEntry;
import dev.remit.tickets.worklog.TimeEntryPublisher;
import dev.remit.tickets.worklog.Worklog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes of a ticket what is known of it: ruling, pinned terms, time entries, clocks. Any number of times. */
@ApplicationScoped
class Settling {
    /** How many tickets are settled in one transaction, at most. */
    static final int AT_ONCE = 16;

    private final SettlingLock lock;
    private final Tickets tickets;
    private final SettlingReads reads;
    private final Deletions deletions;
    private final Connections connections;
    private final TicketNames names;
    private final TicketRulings rulings;
    private final Worklog worklog;
    private final ReliedOnRulings reliance;
    private final TimeEntryPublisher timeEntryPublisher;
    private final Histories histories;
    private final Clocks clocks;
    private final StoredTicketEvents stored;
    private final Outbox outbox;
    private final TenantClock clock;
    private final Duration longest;

    Settling(
            SettlingLock lock,
            Tickets tickets,
            SettlingReads reads,
            Deletions deletions,
            Connections connections,
            TicketNames names,
            TicketRulings rulings,
            Worklog worklog,
            ReliedOnRulings reliance,
            TimeEntryPublisher timeEntryPublisher,
            Histories histories,
            Clocks clocks,
            StoredTicketEvents stored,
            Outbox outbox,
            TenantClock clock,
            SettlingSettings settings) {
        this.lock = lock;
        this.tickets = tickets;
        this.reads = reads;
        this.deletions = deletions;
        this.connections = connections;
        this.names = names;
        this.rulings = rulings;
        this.worklog = worklog;
        this.reliance = reliance;
        this.timeEntryPublisher = timeEntryPublisher;
        this.histories = histories;
        this.clocks = clocks;
        this.stored = stored;
        this.outbox = outbox;
        this.clock = clock;
        this.longest = settings.longest();
    }

    /** Settles a ticket as its tenant, in one transaction; false where somebody else is at it. */
    boolean settle(UUID ticketId) {
        lock.share();
        Optional<Ticket> free = tickets.lockUnlessTaken(ticketId);
        free.ifPresent(ticket -> settle(ticket, clock.now()));
        return free.isPresent();
    }

    /**
     * Settles some tickets as their tenant, in one transaction that ends after a while, so that no source waits long for
     * a ticket.
     *
     * @return those that were settled; of the others some wait for the next turn, and at some somebody else is
     */
    Set<UUID> settle(List<UUID> ticketIds) {
        long end = System.nanoTime() + longest.toNanos();
        lock.share();
        List<Ticket> free = tickets.lockThoseFree(ticketIds).stream()
                .sorted(Comparator.comparing(ticket -> ticketIds.indexOf(ticket.id())))
                .toList();
        Instant now = clock.now();
        if (free.size() > 1) {
            reads.recall(free, now);
        }
        Set<UUID> settled = new HashSet<>();
        for (Ticket ticket : free) {
            settle(ticket, now);
            settled.add(ticket.id());
            if (System.nanoTime() > end) {
                break;
            }
        }
        return settled;
    }

    private void settle(Ticket ticket, Instant now) {
        boolean timeHasCome = ticket.lookAt().filter(at -> !at.isAfter(now)).isPresent();
        if (ticket.isPending()) {
            takeIn(ticket);
        }
        if (ticket.isPending() || timeHasCome) {
            Optional<TicketHistory> history = histories.of(ticket, now);
            Clocks.Summary summary = clocks.notice(ticket, history, now);
            history.filter(told -> ticket.isPending()).ifPresent(told -> stored.bring(ticket, told));
            ticket.settle(summary.open(), summary.nextLook(), summary.standing(), now);
        }
    }

    /** A ticket that its source changed after it was deleted there is a ticket again; gives whether that is timeEntryPublisher. */
    private boolean deleteOrRestore(Ticket ticket, TicketFacts facts) {
        Optional<Instant> deletion = deletions
                .of(ticket.connectionId(), DeletedFact.Kind.TICKET, ticket.externalId())
                .filter(at -> !ticket.sourceUpdatedAt().isAfter(at));
        return deletion.map(at -> ticket.delete(at, clock.now()))
                .orElseGet(() -> ticket.restore(
                        connections
                                .require(ticket.connectionId())
                                .translation()
                                .status(facts)
                                .orElse(null),
                        clock.now()));
    }

    private void takeIn(Ticket ticket) {
        TicketFacts facts = ticket.facts();
        if (deleteOrRestore(ticket, facts)) {
            outbox.append(TicketChanged.TYPE, ticket.id(), TicketChanged.of(ticket));
        }
        rulings.bring(ticket, facts);
        names.look(ticket, facts);
        if (ticket.tellConfidential()) {
            rulings.publishAgain(ticket);
        }
        List<TimeEntry> settled = worklog.attach(ticket);
        reliance.look(ticket, ticket.wasSettled() || !settled.isEmpty());
        timeEntryPublisher.publish(ticket, settled);
    }
}
