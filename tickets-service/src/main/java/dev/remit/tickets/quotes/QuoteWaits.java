package dev.remit.tickets.quotes;

import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The waits for decisions on the current tenant's quotes. */
@ApplicationScoped
public class QuoteWaits implements PanacheRepositoryBase<QuoteWait, UUID> {
    private final Ids ids;

    QuoteWaits(Ids ids) {
        this.ids = ids;
    }

    public List<QuoteWait> ofTicket(UUID ticketId) {
        return list("ticketId = ?1 order by quoteId", ticketId);
    }

    /** Those of several tickets that were sent, in the order in which they were. */
    public List<QuoteWait> sentOf(List<UUID> ticketIds) {
        return ticketIds.isEmpty()
                ? List.of()
                : list("ticketId in ?1 and sentAt is not null order by sentAt, quoteId", ticketIds);
    }

    /** The work items of a ticket for which that client was sent a quote. */
    public Set<UUID> workItemsSent(UUID ticketId, UUID clientId) {
        return find("ticketId = ?1 and clientId = ?2 and sentAt is not null", ticketId, clientId).stream()
                .map(QuoteWait::workItemId)
                .collect(Collectors.toSet());
    }

    QuoteWait of(UUID ticketId, UUID workItemId, UUID clientId, UUID quoteId) {
        return find("quoteId", quoteId).firstResultOptional().orElseGet(() -> {
            QuoteWait wait = new QuoteWait(ids.next(), ticketId, workItemId, clientId, quoteId);
            persist(wait);
            return wait;
        });
    }
}
