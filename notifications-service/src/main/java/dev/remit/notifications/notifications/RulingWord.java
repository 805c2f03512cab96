package dev.remit.notifications.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * How a work item is ruled.
 *
 * @param sequence counts the work item's rulings
 * @param status PROVISIONAL or FROZEN
 * @param item the catalogue item's code; null while it is not categorised
 * @param clause null where none decides
 * @param agreement null where none was in force
 * @param reason why the verdict is SILENT; null for every other
 */
public record RulingWord(
        UUID workItemId,
        UUID rulingId,
        int sequence,
        String verdict,
        String status,
        String item,
        ClauseKey clause,
        AgreementKey agreement,
        boolean approvalRequired,
        String reason,
        Instant ruledAt) {

    /** A clause of the signed version. */
    public record ClauseKey(String id, String title) {}

    /** The signed version. */
    public record AgreementKey(UUID agreementId, int version, String contentHash) {}
}
