package dev.remit.engines.ledger;

import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the quotes of one work item allow.
 *
 * @param approved in any order; kept in that of their decisions
 * @param refused how the latest of the other quotes ended, those that were withdrawn left out; null where it is open, and
 *     where there is none
 * @param declined entries that an approver was shown and declined: what was shown of each, as its hash
 */
public record Approvals(List<ApprovedQuote> approved, Refusal refused, Map<UUID, String> declined) {

    private static final Comparator<ApprovedQuote> BY_DECISION = Comparator.comparing(ApprovedQuote::approvedAt)
            .thenComparing(quote -> quote.quoteId().toString());

    /** No quote at all. */
    public static final Approvals NONE = new Approvals(List.of(), null, Map.of());

    /** How a quote ended that was not approved. */
    public enum Refusal {
        DECLINED,
        EXPIRED
    }

    /** Copies and sorts. */
    public Approvals {
        approved = approved.stream().sorted(BY_DECISION).toList();
        declined = Map.copyOf(declined);
    }

    /** Whether any quote is approved, so that there is a cap. */
    public boolean isGranted() {
        return !approved.isEmpty();
    }

    /** The sum of the approved caps; empty where there are none, or where they are in several currencies. */
    public Optional<Money> cap() {
        Collection<Money> sums =
                Sums.of(approved.stream().map(ApprovedQuote::cap)).all();
        return sums.size() == 1 ? Optional.of(sums.iterator().next()) : Optional.empty();
    }

    boolean isIn(String currency) {
        return cap().filter(cap -> cap.isIn(currency)).isPresent();
    }

    boolean covers(WorkEntry entry) {
        return approved.stream().anyMatch(quote -> quote.covers(entry));
    }

    /** Whether an approver was shown the work as it is, and declined. */
    boolean isDeclined(WorkEntry entry) {
        return entry.factsHash().equals(declined.get(entry.id()));
    }

    /** The first approved quote whose rates still hold at an instant. */
    Optional<ApprovedQuote> pricing(Instant start) {
        return approved.stream()
                .filter(quote -> start.isBefore(quote.expiresAt()))
                .findFirst();
    }
}
