package dev.remit.billing.approvals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the quotes of one work item allow.
 *
 * @param approved in the order of their decisions
 * @param undecided how the latest quote that was not approved stands; null where there is none
 */
public record Authority(List<Approved> approved, QuoteStatus undecided) {

    /** No quote at all. */
    public static final Authority NONE = new Authority(List.of(), null);

    public Authority {
        approved = approved.stream()
                .sorted(Comparator.comparing(Approved::at)
                        .thenComparing(quote -> quote.quoteId().toString()))
                .toList();
    }

    /** An approved quote: room for work, and rates until it expires. */
    public record Approved(
            UUID quoteId,
            long capMinor,
            String currency,
            String documentHash,
            Instant expiresAt,
            String by,
            Instant at) {}

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
