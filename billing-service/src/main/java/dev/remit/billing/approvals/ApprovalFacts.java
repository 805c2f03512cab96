package dev.remit.billing.approvals;

import dev.remit.engines.ledger.Approvals;
import dev.remit.engines.ledger.Approvals.Refusal;
import dev.remit.engines.ledger.ApprovedQuote;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What quotes allow, as the ledger needs it. */
@ApplicationScoped
public class ApprovalFacts {
    private final Quotes quotes;
    private final ShownEntries shown;

    ApprovalFacts(Quotes quotes, ShownEntries shown) {
        this.quotes = quotes;
        this.shown = shown;
    }

    /**
     * @param byWorkItem those without a quote for the client are left out
     * @param deciders by approved quote
     */
    public record Known(Map<UUID, Approvals> byWorkItem, Map<UUID, Decider> deciders) {}

    /** @param entryIds the work that is to be judged */
    public Known of(UUID clientId, Collection<UUID> workItemIds, Set<UUID> entryIds) {
        Map<UUID, Approvals> approvals = new HashMap<>();
        Map<UUID, Decider> deciders = new HashMap<>();
        if (!workItemIds.isEmpty()) {
            List<Quote> all = quotes.list("clientId = ?1 and workItemId in ?2", clientId, Set.copyOf(workItemIds));
            List<UUID> decided = all.stream()
                    .filter(quote -> quote.status() == QuoteStatus.APPROVED || quote.status() == QuoteStatus.DECLINED)
                    .map(quote -> quote.id())
                    .toList();
            Map<UUID, Map<UUID, String>> known = shown.among(decided, entryIds);
            all.stream()
                    .collect(Collectors.groupingBy(quote -> quote.workItemId()))
                    .forEach((workItem, ofWorkItem) -> approvals.put(workItem, approvals(ofWorkItem, known)));
            all.stream()
                    .filter(quote -> quote.status() == QuoteStatus.APPROVED)
                    .forEach(quote -> deciders.put(quote.id(), quote.outcome().by()));
        }
        return new Known(approvals, deciders);
    }

    /** Those of some work items that have an approved quote for the client. */
    public Set<UUID> approved(UUID clientId, Set<UUID> workItemIds) {
        return new HashSet<>(quotes.getEntityManager()
                .createQuery(
                        "select distinct workItemId from Quote where clientId = ?1 and workItemId in ?2 and status = ?3",
                        UUID.class)
                .setParameter(1, clientId)
                .setParameter(2, workItemIds)
                .setParameter(3, QuoteStatus.APPROVED)
                .getResultList());
    }

    private static Approvals approvals(List<Quote> quotes, Map<UUID, Map<UUID, String>> shown) {
        List<ApprovedQuote> approved = quotes.stream()
                .filter(quote -> quote.status() == QuoteStatus.APPROVED)
                .map(quote -> new ApprovedQuote(
                        quote.id(),
                        quote.cap(),
                        quote.terms().documentHash(),
                        quote.expiresAt(),
                        quote.outcome().at(),
                        shown.getOrDefault(quote.id(), Map.of())))
                .toList();
        Refusal refused = quotes.stream()
                .filter(quote -> quote.status() != QuoteStatus.APPROVED && quote.status() != QuoteStatus.WITHDRAWN)
                .max(Comparator.comparing((Quote quote) -> quote.createdAt())
                        .thenComparing(quote -> quote.id().toString()))
                .map(quote -> refusal(quote.status()))
                .orElse(null);
        Map<UUID, String> declined = new HashMap<>();
        quotes.stream()
                .filter(quote -> quote.status() == QuoteStatus.DECLINED)
                .forEach(quote -> declined.putAll(shown.getOrDefault(quote.id(), Map.of())));
        return new Approvals(approved, refused, declined);
    }

    private static Refusal refusal(QuoteStatus status) {
        return switch (status) {
            case DECLINED -> Refusal.DECLINED;
            case EXPIRED -> Refusal.EXPIRED;
            default -> null;
        };
    }
}
