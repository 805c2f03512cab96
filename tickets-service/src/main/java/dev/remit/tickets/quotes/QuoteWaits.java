package dev.remit.tickets.quotes;

import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

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

    QuoteWait of(UUID ticketId, UUID quoteId) {
        return find("quoteId", quoteId).firstResultOptional().orElseGet(() -> {
            QuoteWait wait = new QuoteWait(ids.next(), ticketId, quoteId);
            persist(wait);
            return wait;
        });
    }
}
