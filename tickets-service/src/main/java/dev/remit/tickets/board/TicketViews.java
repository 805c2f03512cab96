package dev.remit.tickets.board;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketFilter;
import dev.remit.tickets.intake.TicketPages;
import dev.remit.tickets.intake.TicketPages.Slice;
import dev.remit.tickets.rulings.RulingViews;
import dev.remit.tickets.rulings.WorkItemView;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows tickets as their callers may see them. */
@ApplicationScoped
class TicketViews {
    private final TicketPages pages;
    private final Agreements agreements;
    private final TenantClock clock;
    private final WorkItems workItems;
    private final RulingViews rulings;
    private final Authorisations authorisations;
    private final Caller caller;

    TicketViews(
            TicketPages pages,
            Agreements agreements,
            TenantClock clock,
            WorkItems workItems,
            RulingViews rulings,
            Authorisations authorisations,
            Caller caller) {
        this.pages = pages;
        this.agreements = agreements;
        this.clock = clock;
        this.workItems = workItems;
        this.rulings = rulings;
        this.authorisations = authorisations;
        this.caller = caller;
    }

    /** A client's approver is shown their client's, a machine client of one connection that connection's. */
    Page<TicketView> page(TicketFilter filter, Paging paging) {
        Optional<String> bound = caller.client();
        if (bound.isPresent() && !filter.bindTo(bound.get())) {
            return new Page<>(List.of(), null);
        }
        caller.connection().ifPresent(filter::bindToConnection);
        TermsAtHand terms = new TermsAtHand(agreements);
        Instant now = clock.now();
        Slice slice = pages.slice(
                filter,
                paging.after(TicketPages.cursorParts(filter.order())),
                paging.limit(),
                ticket -> filter.shows(ticket, mayReadPrivilegedText(), row -> row.standing()
                        .flatMap(standing -> standing.coverLeft(now, terms.of(row)))));
        Map<UUID, TicketView> views = views(slice.rows(), terms);
        return new Page<>(
                slice.rows().stream().map(row -> views.get(row.id())).toList(),
                slice.next().map(Cursor::text).orElse(null));
    }

    TicketView of(Ticket ticket) {
        return views(List.of(ticket), new TermsAtHand(agreements)).get(ticket.id());
    }

    /** Fetches what hangs on all of them at once. */
    private Map<UUID, TicketView> views(List<Ticket> rows, TermsAtHand terms) {
        Instant now = clock.now();
        Map<UUID, List<AuthorisationView>> authorisations = this.authorisations.of(rows);
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
                                ticket.standing()
                                        .map(standing -> StandingView.of(standing, now, terms.of(ticket)))
                                        .orElse(null),
                                authorisations.getOrDefault(ticket.id(), List.of()),
                                mayReadPrivilegedText(),
                                caller.client().isEmpty())));
    }

    /** A confidential ticket's words stay at the service desk. */
    private boolean mayReadPrivilegedText() {
        return caller.has(OWNER) || caller.has(SERVICE_DESK);
    }
}
