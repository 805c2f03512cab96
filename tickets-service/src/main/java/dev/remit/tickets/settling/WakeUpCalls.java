package dev.remit.tickets.settling;

import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.intake.WakeUp;
import dev.remit.tickets.intake.WakeUps;
import dev.remit.tickets.worklog.TimeEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hibernate.Timeouts;

/** Answers wake-ups: marks the tickets that each is about. */
@ApplicationScoped
class WakeUpCalls {
    private final WakeUps wakeUps;
    private final Tickets tickets;
    private final TimeEntries entries;
    private final InstantSource wall;

    WakeUpCalls(WakeUps wakeUps, Tickets tickets, TimeEntries entries, InstantSource wall) {
        this.wakeUps = wakeUps;
        this.tickets = tickets;
        this.entries = entries;
        this.wall = wall;
    }

    /** Answers one as its tenant, in one transaction; passes by where somebody else is at it. */
    void answer(UUID id) {
        wakeUps.find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional()
                .ifPresent(wakeUp -> {
                    Instant now = wall.instant();
                    about(wakeUp).forEach(ticket -> ticket.pend(now));
                    wakeUps.delete(wakeUp);
                });
    }

    private List<Ticket> about(WakeUp wakeUp) {
        return switch (wakeUp.kind()) {
            case AWAITING -> tickets.lockAwaiting();
            case TICKET -> tickets.lock(wakeUp.ticketId()).stream().toList();
            case TICKET_REFERENCE ->
                tickets.lockReferredTo(wakeUp.connectionId(), wakeUp.externalId()).stream()
                        .toList();
            case TIME_ENTRY_REFERENCE ->
                entries
                        .referredTo(wakeUp.connectionId(), wakeUp.externalId())
                        .flatMap(entry -> tickets.lockReferredTo(entry.connectionId(), entry.ticketExternalId()))
                        .stream()
                        .toList();
            case CLIENT -> tickets.lockRunning(wakeUp.clientId());
        };
    }
}
