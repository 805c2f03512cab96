package dev.remit.billing.approvals;

import dev.remit.billing.approvals.RecordedWork.Recorded;
import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which work each quote shows that was recorded before it was sent: until then what there is, and from then on that for good. */
@ApplicationScoped
class ShownEntries {
    private final Rows rows;
    private final RecordedWork work;
    private final Ids ids;

    ShownEntries(Rows rows, RecordedWork work, Ids ids) {
        this.rows = rows;
        this.work = work;
        this.ids = ids;
    }

    /** Keeps what is recorded now; the quote is sent with it. */
    void keep(Quote quote) {
        work.of(quote.clientId(), quote.workItemId())
                .forEach(recorded -> rows.persist(new ShownEntry(ids.next(), quote.id(), recorded)));
    }

    List<Recorded> of(Quote quote) {
        if (quote.sentAt() == null) {
            return quote.status() == QuoteStatus.DRAFT ? work.of(quote.clientId(), quote.workItemId()) : List.of();
        }
        return rows.list("quoteId = ?1 order by startedAt, timeEntryId", quote.id()).stream()
                .map(ShownEntry::recorded)
                .toList();
    }

    /** By quote, of some entries: what was shown of each, as its hash. */
    Map<UUID, Map<UUID, String>> among(Collection<UUID> quoteIds, Set<UUID> entryIds) {
        Map<UUID, Map<UUID, String>> shown = new HashMap<>();
        if (!quoteIds.isEmpty() && !entryIds.isEmpty()) {
            rows.list("quoteId in ?1 and timeEntryId in ?2", Set.copyOf(quoteIds), entryIds)
                    .forEach(row -> shown.computeIfAbsent(row.quoteId(), id -> new HashMap<>())
                            .put(row.recorded().timeEntryId(), row.recorded().factsHash()));
        }
        return shown;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ShownEntry, UUID> {}
}
