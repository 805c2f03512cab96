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

    Authorities(Quotes quotes) {
        this.quotes = quotes;
    }

    /** By work item; those without a quote for the client are left out. */
    public Map<UUID, Authority> of(UUID clientId, Collection<UUID> workItemIds) {
        Map<UUID, Authority> authorities = new HashMap<>();
        if (!workItemIds.isEmpty()) {
            quotes.list("clientId = ?1 and workItemId in ?2", clientId, Set.copyOf(workItemIds)).stream()
                    .collect(Collectors.groupingBy(quote -> quote.workItemId))
                    .forEach((workItem, ofWorkItem) -> authorities.put(workItem, authority(ofWorkItem)));
        }
        return authorities;
    }

    private static Authority authority(List<Quote> quotes) {
        List<Approved> approved = quotes.stream()
                .filter(quote -> quote.status == QuoteStatus.APPROVED)
                .map(quote -> new Approved(
                        quote.id,
                        quote.capMinor,
                        quote.terms.currency(),
                        quote.terms.documentHash(),
                        quote.expiresAt,
                        quote.decidedByName,
                        quote.decidedAt))
                .toList();
        QuoteStatus undecided = quotes.stream()
                .filter(quote -> quote.status != QuoteStatus.APPROVED && quote.status != QuoteStatus.WITHDRAWN)
                .max(Comparator.comparing((Quote quote) -> quote.createdAt).thenComparing(quote -> quote.id.toString()))
                .map(quote -> quote.status)
                .orElse(null);
        return new Authority(approved, undecided);
    }
}
