package dev.remit.tickets.settling;

import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketState;
import dev.remit.tickets.quotes.QuoteWaits;
import dev.remit.tickets.rulings.TicketRulings;
import dev.remit.tickets.workitems.FreezeCause;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import dev.remit.tickets.worklog.TimeEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds out which rulings somebody relies on: a technician who worked under one, or a client who was sent a quote. */
@ApplicationScoped
class ReliedOnRulings {
    private final WorkItems workItems;
    private final QuoteWaits quotes;
    private final TimeEntries entries;
    private final TicketRulings rulings;

    ReliedOnRulings(WorkItems workItems, QuoteWaits quotes, TimeEntries entries, TicketRulings rulings) {
        this.workItems = workItems;
        this.quotes = quotes;
        this.entries = entries;
        this.rulings = rulings;
    }

    /**
     * Has what is relied on kept from changing by itself, and what was kept for work that is gone changing again; the ticket
     * is locked.
     *
     * @param worked whether anything may be booked on it
     */
    void look(Ticket ticket, boolean worked) {
        if (ticket.state() != TicketState.RULED) {
            return;
        }
        List<WorkItem> items = workItems.of(ticket.id());
        List<WorkItem> released = items.stream()
                .filter(item -> item.isFrozenBy(FreezeCause.TIME_ENTRY) && !entries.anyOn(item.id()))
                .filter(rulings::release)
                .toList();
        keep(ticket, items.stream().filter(item -> !item.isFrozen()).toList(), worked);
        released.stream().filter(item -> !item.isFrozen()).forEach(item -> rulings.follow(ticket, item));
    }

    private void keep(Ticket ticket, List<WorkItem> provisional, boolean worked) {
        if (provisional.isEmpty()) {
            return;
        }
        Set<UUID> quoted =
                quotes.workItemsSent(ticket.id(), ticket.pin().orElseThrow().clientId());
        for (WorkItem item : provisional) {
            if (quoted.contains(item.id())) {
                rulings.quoted(ticket, item);
            }
            if (worked && !item.isFrozen() && entries.anyOn(item.id())) {
                rulings.worked(ticket, item);
            }
        }
    }
}
