package dev.remit.billing.approvals;

import dev.remit.billing.work.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the quotes of one work item allow.
 *
 * @param approved in the order of their decisions
 * @param undecided how the latest quote that was not approved stands; null where there is none
 * @param declined entries that an approver was shown and declined: what was shown of each, as its hash
 */
public record Authority(List<Approved> approved, QuoteStatus undecided, Map<UUID, String> declined) {

    /** No quote at all. */
    public static final Authority NONE = new Authority(List.of(), null, Map.of());

    public Authority {
        approved = approved.stream()
                .sorted(Comparator.comparing(Approved::at)
                        .thenComparing(quote -> quote.quoteId().toString()))
                .toList();
    }

    /**
     * An approved quote: room for work, and rates until it expires.
     *
     * @param shown entries from before it that the approver was shown: what was shown of each, as its hash
     */
    public record Approved(
            UUID quoteId,
            long capMinor,
            String currency,
            String documentHash,
            Instant expiresAt,
            Decider by,
            Instant at,
            Map<UUID, String> shown) {

        private boolean covers(UUID entryId, Entry entry) {
            return !entry.startedAt().isBefore(at) || entry.factsHash().equals(shown.get(entryId));
        }
    }

    /** Whether work began after an approval, or was shown to the approver as it is. */
    public boolean covers(UUID entryId, Entry entry) {
        return approved.stream().anyMatch(quote -> quote.covers(entryId, entry));
    }

    /** Whether an approver was shown the work as it is, and declined. */
    public boolean isDeclined(UUID entryId, Entry entry) {
        return entry.factsHash().equals(declined.get(entryId));
    }

    public boolean isGranted() {
        return !approved.isEmpty();
    }

    /** The sum of the approved caps, in minor units of {@link #currency}; meaningless without one. */
    public long capMinor() {
        return approved.stream().mapToLong(Approved::capMinor).reduce(0, Math::addExact);
    }

    /** The one currency of the approved caps; empty where there are none, or where they cannot be added up. */
    public Optional<String> currency() {
        List<String> currencies =
                approved.stream().map(Approved::currency).distinct().toList();
        return currencies.size() == 1 ? Optional.of(currencies.getFirst()) : Optional.empty();
    }

    public boolean isIn(String currency) {
        return currency().filter(currency::equals).isPresent();
    }

    /** The first approved quote whose rates still hold at an instant. */
    public Optional<Approved> pricing(Instant start) {
        return approved.stream()
                .filter(quote -> start.isBefore(quote.expiresAt()))
                .findFirst();
    }
}
