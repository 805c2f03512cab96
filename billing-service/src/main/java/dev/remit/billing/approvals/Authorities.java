package dev.remit.billing.approvals;

import dev.remit.billing.approvals.Authority.Approved;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What quotes allow, as the allocation of extras needs it. */
@ApplicationScoped
public class Authorities {
    private final Quotes quotes;
    private final ShownEntries shown;

    Authorities(Quotes quotes, ShownEntries shown) {
        this.quotes = quotes;
        this.shown = shown;
    }

    /**
     * By work item; those without a quote for the client are left out.
     *
     * @param entryIds the work that is to be judged
     */
    public Map<UUID, Authority> of(UUID clientId, Collection<UUID> workItemIds, Set<UUID> entryIds) {
        Map<UUID, Authority> authorities = new HashMap<>();
        if (!workItemIds.isEmpty()) {
            List<Quote> all = quotes.list("clientId = ?1 and workItemId in ?2", clientId, Set.copyOf(workItemIds));
            List<UUID> decided = all.stream()
                    .filter(quote -> quote.status == QuoteStatus.APPROVED || quote.status == QuoteStatus.DECLINED)
                    .map(quote -> quote.id)
                    .toList();
            Map<UUID, Map<UUID, String>> known = shown.among(decided, entryIds);
            all.stream()
                    .collect(Collectors.groupingBy(quote -> quote.workItemId))
                    .forEach((workItem, ofWorkItem) -> authorities.put(workItem, authority(ofWorkItem, known)));
        }
        return authorities;
    }

    private static Authority authority(List<Quote> quotes, Map<UUID, Map<UUID, String>> shown) {
        List<Approved> approved = quotes.stream()
                .filter(quote -> quote.status == QuoteStatus.APPROVED)
                .map(quote -> new Approved(
                        quote.id,
                        quote.capMinor,
                        quote.terms.currency(),
                        quote.terms.documentHash(),
                        quote.expiresAt,
                        quote.decidedBy,
                        quote.decidedAt,
                        shown.getOrDefault(quote.id, Map.of())))
                .toList();
        QuoteStatus undecided = quotes.stream()
                .filter(quote -> quote.status != QuoteStatus.APPROVED && quote.status != QuoteStatus.WITHDRAWN)
                .max(Comparator.comparing((Quote quote) -> quote.createdAt).thenComparing(quote -> quote.id.toString()))
                .map(quote -> quote.status)
                .orElse(null);
        Map<UUID, String> declined = new HashMap<>();
        quotes.stream()
                .filter(quote -> quote.status == QuoteStatus.DECLINED)
                .forEach(quote -> declined.putAll(shown.getOrDefault(quote.id, Map.of())));
        return new Authority(approved, undecided, declined);
    }
}
