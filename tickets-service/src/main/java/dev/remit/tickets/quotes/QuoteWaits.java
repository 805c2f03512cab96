package dev.remit.tickets.quotes;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.ReadOnce;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The waits for decisions on the current tenant's quotes. */
@ApplicationScoped
public class QuoteWaits implements PanacheRepositoryBase<QuoteWait, UUID> {
    private final Ids ids;
    private final ReadOnce once;

    QuoteWaits(Ids ids, ReadOnce once) {
        this.ids = ids;
        this.once = once;
    }

    private record OfTicket(UUID ticketId) implements ReadOnce.Question {}

    public List<QuoteWait> ofTicket(UUID ticketId) {
        return once.get(new OfTicket(ticketId), () -> list("ticketId = ?1 order by quoteId", ticketId));
    }

    /** Reads at once those of some tickets. */
    public void recall(List<UUID> ticketIds) {
        Map<UUID, List<QuoteWait>> all = list("ticketId in ?1 order by quoteId", ticketIds).stream()
                .collect(Collectors.groupingBy(QuoteWait::ticketId));
        ticketIds.forEach(id -> once.keep(new OfTicket(id), all.getOrDefault(id, List.of())));
    }

    /** Those of several tickets that were sent, in the order in which they were. */
    public List<QuoteWait> sentOf(List<UUID> ticketIds) {
        return ticketIds.isEmpty()
                ? List.of()
                : list("ticketId in ?1 and sentAt is not null order by sentAt, quoteId", ticketIds);
    }

    /** The work items of a ticket for which that client was sent a quote. */
    public Set<UUID> workItemsSent(UUID ticketId, UUID clientId) {
        return ofTicket(ticketId).stream()
                .filter(wait -> wait.clientId().equals(clientId) && wait.isSent())
                .map(QuoteWait::workItemId)
                .collect(Collectors.toSet());
    }

    QuoteWait of(UUID ticketId, UUID workItemId, UUID clientId, UUID quoteId) {
        return find("quoteId", quoteId).firstResultOptional().orElseGet(() -> {
            QuoteWait wait = new QuoteWait(ids.next(), ticketId, workItemId, clientId, quoteId);
            persist(wait);
            once.forget(new OfTicket(ticketId));
            return wait;
        });
    }
}
