package dev.remit.tickets.settling;

import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.tickets.intake.Review;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.intake.WakeUps;
import dev.remit.tickets.sql.SettlingLock;
import dev.remit.tickets.sql.WakeUpSql;
import dev.remit.tickets.sql.WakeUpSql.WakeUp;
import dev.remit.tickets.worklog.TimeEntries;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers wake-ups, in steps that are bounded: marks the tickets that each is about. */
@ApplicationScoped
@Priority(3)
class WakeUpSweep implements Sweep {
    static final int STEP = 200;

    private final WakeUpSql rows;
    private final WakeUps wakeUps;
    private final SettlingLock settling;
    private final Tickets tickets;
    private final TimeEntries entries;
    private final Reviews reviews;
    private final Tenancy tenancy;
    private final InstantSource wall;

    WakeUpSweep(
            WakeUpSql rows,
            WakeUps wakeUps,
            SettlingLock settling,
            Tickets tickets,
            TimeEntries entries,
            Reviews reviews,
            Tenancy tenancy,
            InstantSource wall) {
        this.rows = rows;
        this.wakeUps = wakeUps;
        this.settling = settling;
        this.tickets = tickets;
        this.entries = entries;
        this.reviews = reviews;
        this.tenancy = tenancy;
        this.wall = wall;
    }

    @Override
    public String name() {
        return "wake-ups";
    }

    @Override
    public String operation() {
        return SettlingSweep.OPERATION;
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return rows.tenants();
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return rows.ofTenant(tenant, now, limit);
    }

    @Override
    public boolean work(UUID id) {
        return rows.find(tenancy.current(), id).filter(this::answer).isPresent();
    }

    /**
     * Takes one step of an answer as the tenant, in one transaction. The wake-up's own row is held only at its end, so
     * that nobody who asks again waits for the tickets.
     *
     * @return false where somebody holds the one ticket that it is about
     */
    private boolean answer(WakeUp wakeUp) {
        WakeUps.Kind kind = WakeUps.Kind.valueOf(wakeUp.kind());
        if (kind.isOfMany() && wakeUp.after() == null) {
            settling.awaitOthers();
        }
        return switch (kind) {
            case AWAITING ->
                step(wakeUp, tickets.idsAwaiting(wakeUp.subject(), Optional.ofNullable(wakeUp.after()), STEP));
            case CLIENT -> {
                UUID client = UUID.fromString(wakeUp.subject());
                yield step(wakeUp, tickets.idsRunning(client, Optional.ofNullable(wakeUp.after()), STEP));
            }
            case CLIENT_SINCE -> {
                WakeUps.ClientSince since = WakeUps.ClientSince.parse(wakeUp.subject());
                yield step(
                        wakeUp,
                        tickets.idsRunningOrCreatedSince(
                                since.client(), since.first(), Optional.ofNullable(wakeUp.after()), STEP));
            }
            case RUNNING -> step(wakeUp, tickets.idsRunning(Optional.ofNullable(wakeUp.after()), STEP));
            case CATALOGUE -> step(wakeUp, tickets.idsToRecognise(Optional.ofNullable(wakeUp.after()), STEP));
            case NAMES -> names(wakeUp, UUID.fromString(wakeUp.subject()));
            case TICKET -> one(wakeUp, Optional.of(UUID.fromString(wakeUp.subject())));
            case TICKET_REFERENCE -> one(wakeUp, ticket(reference(wakeUp)));
            case TIME_ENTRY_REFERENCE -> one(wakeUp, ticketOfEntry(reference(wakeUp)));
        };
    }

    private boolean step(WakeUp wakeUp, List<UUID> ids) {
        wake(ids);
        rows.stepped(tenancy.current(), wakeUp, ids.size() < STEP ? Optional.empty() : Optional.of(ids.getLast()));
        return true;
    }

    private boolean names(WakeUp wakeUp, UUID connection) {
        List<Review> some = reviews.namesUnknownTo(connection, Optional.ofNullable(wakeUp.after()), STEP);
        wake(some.stream()
                .map(review -> new Reference(connection, review.externalId()))
                .distinct()
                .flatMap(named -> Stream.of(ticket(named), ticketOfEntry(named)))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        rows.stepped(
                tenancy.current(),
                wakeUp,
                some.size() < STEP
                        ? Optional.empty()
                        : Optional.of(some.getLast().id()));
        return true;
    }

    private void wake(List<UUID> ids) {
        Set<UUID> woken = ids.isEmpty() ? Set.of() : pend(tickets.lockThoseFree(ids));
        // Whoever holds one of the others may have begun before the fact was there to be seen.
        ids.stream().filter(id -> !woken.contains(id)).forEach(wakeUps::ticket);
    }

    private boolean one(WakeUp wakeUp, Optional<UUID> ticket) {
        Optional<Ticket> free = ticket.flatMap(tickets::lockUnlessTaken);
        if (free.isEmpty() && ticket.filter(tickets::exists).isPresent()) {
            return false;
        }
        pend(free.stream().toList());
        rows.stepped(tenancy.current(), wakeUp, Optional.empty());
        return true;
    }

    private Set<UUID> pend(List<Ticket> woken) {
        woken.forEach(ticket -> ticket.pend(wall.instant()));
        return woken.stream().map(Ticket::id).collect(Collectors.toSet());
    }

    private static Reference reference(WakeUp wakeUp) {
        String subject = wakeUp.subject();
        int cut = subject.indexOf('/');
        return new Reference(UUID.fromString(subject.substring(0, cut)), subject.substring(cut + 1));
    }

    /** How a source calls a ticket or a time entry. */
    private record Reference(UUID connection, String externalId) {}

    private Optional<UUID> ticket(Reference reference) {
        return tickets.referredTo(reference.connection(), reference.externalId())
                .map(Ticket::id);
    }

    private Optional<UUID> ticketOfEntry(Reference reference) {
        return entries.lockReferredTo(reference.connection(), reference.externalId())
                .flatMap(entry -> {
                    entry.markUnsettled();
                    return tickets.referredTo(entry.connectionId(), entry.ticketExternalId());
                })
                .map(Ticket::id);
    }
}
