package dev.remit.engines.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An approved quote: room for work, and rates until it expires.
 *
 * @param capMinor in minor units of its currency
 * @param documentHash of the signed version that it was quoted by
 * @param shown entries from before it that the approver was shown: what was shown of each, as its hash
 */
public record ApprovedQuote(
        UUID quoteId,
        long capMinor,
        String currency,
        String documentHash,
        Instant expiresAt,
        Instant approvedAt,
        Map<UUID, String> shown) {

    /** Copies the map. */
    public ApprovedQuote {
        shown = Map.copyOf(shown);
    }

    /** Whether work began after the approval, or was shown to the approver as it is. */
    boolean covers(WorkEntry entry) {
        return !entry.start().isBefore(approvedAt) || entry.factsHash().equals(shown.get(entry.id()));
    }
}
