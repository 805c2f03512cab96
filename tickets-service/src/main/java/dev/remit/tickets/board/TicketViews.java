package dev.remit.tickets.board;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketFilter;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.rulings.RulingViews;
import dev.remit.tickets.rulings.WorkItemView;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows tickets as their callers may see them. */
@ApplicationScoped
class TicketViews {
    private final Tickets tickets;
    private final WorkItems workItems;
    private final RulingViews rulings;
    private final Caller caller;

    TicketViews(Tickets tickets, WorkItems workItems, RulingViews rulings, Caller caller) {
        this.tickets = tickets;
        this.workItems = workItems;
        this.rulings = rulings;
        this.caller = caller;
    }

    /** A client's approver is shown their client's, a machine client of one connection that connection's. */
    Page<TicketView> page(TicketFilter filter, Paging paging) {
        Optional<String> bound = caller.client();
        if (bound.isPresent() && !filter.bindTo(bound.get())) {
            return new Page<>(List.of(), null);
        }
        caller.connection().ifPresent(filter::bindToConnection);
        List<Ticket> rows = tickets.page(filter, paging.after(2), paging.limit());
        Map<UUID, TicketView> views = views(rows);
        return Page.of(
                rows, paging.limit(), row -> views.get(row.id()), row -> Cursor.after(row.updatedAt(), row.id()));
    }

    TicketView of(Ticket ticket) {
        return views(List.of(ticket)).get(ticket.id());
    }

    /** Fetches what hangs on all of them at once. */
    private Map<UUID, TicketView> views(List<Ticket> rows) {
        List<UUID> ids = rows.stream().map(Ticket::id).toList();
        Map<UUID, List<WorkItem>> items = ids.isEmpty() ? Map.of() : workItems.ofAll(ids);
        Map<UUID, WorkItemView> itemViews = rulings.workItems(
                rows, items.values().stream().flatMap(List::stream).toList());
        return rows.stream()
                .collect(Collectors.toMap(
                        Ticket::id,
                        ticket -> TicketView.of(
                                ticket,
                                items.getOrDefault(ticket.id(), List.of()).stream()
                                        .map(item -> itemViews.get(item.id()))
                                        .toList(),
                                mayReadPrivilegedText(),
                                caller.client().isEmpty())));
    }

    /** A confidential ticket's words stay at the service desk. */
    private boolean mayReadPrivilegedText() {
        return caller.has(OWNER) || caller.has(SERVICE_DESK);
    }
}
