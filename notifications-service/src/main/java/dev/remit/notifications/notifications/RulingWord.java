package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        @MayBeAbsent String item,
        @MayBeAbsent ClauseKey clause,
        @MayBeAbsent AgreementKey agreement,
        boolean approvalRequired,
        @MayBeAbsent String reason,
        Instant ruledAt) {

    /** A clause of the signed version. */
    @Schema(name = "WebhookClause")
    public record ClauseKey(String id, String title) {}

    /** The signed version. */
    @Schema(name = "WebhookVersion")
    public record AgreementKey(UUID agreementId, int version, String contentHash) {}
}
