package dev.remit.engines.ledger;

import dev.remit.engines.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An approved quote: room for work, and rates until it expires.
 *
 * @param cap what may be billed under it, before tax
 * @param documentHash of the signed version that it was quoted by
 * @param shown entries from before it that the approver was shown: what was shown of each, as its hash
 */
public record ApprovedQuote(
        UUID quoteId, Money cap, String documentHash, Instant expiresAt, Instant approvedAt, Map<UUID, String> shown) {

    /** Copies the map. */
    public ApprovedQuote {
        shown = Map.copyOf(shown);
    }

    /** Whether work began after the approval, or was shown to the approver as it is. */
    boolean covers(WorkEntry entry) {
        return !entry.start().isBefore(approvedAt) || entry.factsHash().equals(shown.get(entry.id()));
    }
}
