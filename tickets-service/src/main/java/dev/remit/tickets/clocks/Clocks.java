package dev.remit.tickets.clocks;

import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads tickets' clocks and keeps their journal. */
@ApplicationScoped
public class Clocks {
    private final Histories histories;
    private final ClockJournal journal;

    Clocks(Histories histories, ClockJournal journal) {
        this.histories = histories;
        this.journal = journal;
    }

    /**
     * Writes down whatever has happened to a ticket's clocks by now; the ticket is locked.
     *
     * @return when to look again if nothing is heard until then; empty where time alone changes nothing
     */
    public Optional<Instant> notice(Ticket ticket, Instant now) {
        Optional<TicketHistory> history = histories.of(ticket, now);
        Optional<SlaReading> reading = history.flatMap(known -> read(known, now, now));
        reading.ifPresent(read -> journal.write(ticket, history.orElseThrow(), read));
        return reading.flatMap(read -> Stream.concat(
                        Optional.ofNullable(read.nextChange()).stream(),
                        history.orElseThrow().events().stream()
                                .map(SlaEvent::at)
                                .filter(at -> at.isAfter(now)))
                .min(Instant::compareTo));
    }

    /** Empty for a ticket under no terms. */
    static Optional<SlaReading> read(TicketHistory history, Instant asOf, Instant knownAt) {
        return history.pinned().map(terms -> SlaClocks.read(terms, history.events(), asOf, knownAt));
    }
}
