package dev.remit.tickets.rulings;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.tickets.TimeOrderedRows;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.VisibleTickets;
import dev.remit.tickets.workitems.WorkItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Rulings as callers see them. */
@ApplicationScoped
public class RulingViews {
    private final RulingRecords records;
    private final VisibleTickets visible;

    RulingViews(RulingRecords records, VisibleTickets visible) {
        this.records = records;
        this.visible = visible;
    }

    /** A ticket's rulings from a moment on that the caller may see, in the order they were given. */
    public TimeOrderedRows<RulingView> from(Ticket ticket, List<WorkItem> workItems, Instant from, int limit) {
        Map<UUID, WorkItem> byId = workItems.stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
        return records.from(ticket.id(), from, limit)
                .map(
                        stored -> visible.maySee(ticket, stored.clientId()),
                        stored -> RulingView.of(stored, byId.get(stored.workItemId()), ticket.isConfidential()));
    }

    /** A page of a ticket's rulings that the caller may see, in the order they were given. */
    Page<RulingView> page(Ticket ticket, List<WorkItem> workItems, Paging paging) {
        Map<UUID, WorkItem> byId = workItems.stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
        return Page.of(
                records.page(ticket.id(), paging.after(2), paging.limit()),
                paging.limit(),
                stored -> visible.maySee(ticket, stored.clientId()),
                stored -> RulingView.of(stored, byId.get(stored.workItemId()), ticket.isConfidential()),
                stored -> Cursor.after(stored.ruledAt(), stored.id()));
    }

    /** The tickets' work items with their current rulings, by their ids. */
    public Map<UUID, WorkItemView> workItems(Collection<Ticket> tickets, List<WorkItem> workItems) {
        Set<UUID> confidential =
                tickets.stream().filter(Ticket::isConfidential).map(Ticket::id).collect(Collectors.toSet());
        List<UUID> current = workItems.stream()
                .map(WorkItem::rulingId)
                .flatMap(Optional::stream)
                .toList();
        Map<UUID, RulingRecord> byId = current.isEmpty()
                ? Map.of()
                : records.withIds(current).stream().collect(Collectors.toMap(RulingRecord::id, Function.identity()));
        return workItems.stream()
                .map(workItem -> WorkItemView.of(
                        workItem, workItem.rulingId().map(byId::get), confidential.contains(workItem.ticketId())))
                .collect(Collectors.toMap(WorkItemView::id, Function.identity()));
    }
}
