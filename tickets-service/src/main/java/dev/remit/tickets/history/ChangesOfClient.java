package dev.remit.tickets.history;

import dev.remit.tickets.history.TicketEvent.Kind;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Tells when a ticket came over from another client: what was said before is not for the present one to read. */
@ApplicationScoped
public class ChangesOfClient {
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final StoredTicketEvents stored;
    private final Histories histories;

    ChangesOfClient(StoredTicketEvents stored, Histories histories) {
        this.stored = stored;
        this.histories = histories;
    }

    /** The last change of a ticket's client, whatever an earlier moment is looked at. */
    public Optional<TicketEvent> last(Ticket ticket) {
        return stored.isCurrent(ticket)
                ? stored.lastChangeOfClient(ticket.id())
                : histories.of(ticket, EVER).stream()
                        .flatMap(history -> history.ticketEvents().stream())
                        .filter(told -> told.kind() == Kind.CLIENT_CHANGED)
                        .max(TicketEvent.ORDER);
    }
}
