package dev.remit.tickets.history;

import dev.remit.engines.explanation.EventNote;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket's past, derived from facts in the order of their own times.
 *
 * @param events what its clocks are folded from
 * @param happenings all of it, in the order of a timeline
 * @param pinned the terms from creation on; empty where the ticket runs under none
 * @param latest the terms that hold at the end
 * @param promised whether the agreement promises anything for the priority that the ticket has at the end
 * @param delivery whether the ticket's source delivers messages
 * @param eventsIfUpheld the same events if all that the client contests were upheld; empty where it contests nothing
 * @param notes for the keys of events, whose act each is and what it put in the place of what
 */
public record TicketHistory(
        List<SlaEvent> events,
        Optional<List<SlaEvent>> eventsIfUpheld,
        List<TicketEvent> ticketEvents,
        Optional<SlaTerms> pinned,
        Optional<SlaTerms> latest,
        boolean promised,
        MessageDelivery delivery,
        Map<String, EventNote> notes) {

    public TicketHistory {
        events = List.copyOf(events);
        eventsIfUpheld = eventsIfUpheld.map(List::copyOf);
        ticketEvents = List.copyOf(ticketEvents);
        notes = Map.copyOf(notes);
    }

    /** The past as it would be if all that the client contests were upheld; empty where it contests nothing. */
    public Optional<TicketHistory> ifUpheld() {
        return eventsIfUpheld.map(upheld ->
                new TicketHistory(upheld, Optional.empty(), ticketEvents, pinned, latest, promised, delivery, notes));
    }
}
