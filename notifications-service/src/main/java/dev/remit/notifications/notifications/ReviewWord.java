package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that a person must look at.
 *
 * @param cause such as UNKNOWN_NAME or FACTS_CHANGED
 * @param state OPEN while it waits; RESOLVED, DISMISSED or CLOSED
 * @param connection the source's name
 * @param externalId the source's key of the object; empty where what it sent does not tell
 * @param field of what the source sent; of FACTS_CHANGED the ruling
 * @param otherwise of FACTS_CHANGED: what the ruling would be by what is known now
 * @param endedAt null while it waits
 */
public record ReviewWord(
        UUID reviewId,
        String cause,
        String state,
        @MayBeAbsent String connection,
        @MayBeAbsent String externalId,
        @MayBeAbsent String field,
        @MayBeAbsent Otherwise otherwise,
        Instant raisedAt,
        @MayBeAbsent Instant endedAt) {

    /**
     * Another ruling than the one that stands.
     *
     * @param rulingId the one that stands
     * @param item the catalogue item; null for none
     * @param clauseId null where none would decide
     */
    @Schema(name = "WebhookOtherRuling")
    public record Otherwise(
            UUID workItemId,
            UUID rulingId,
            String verdict,
            @MayBeAbsent String item,
            @MayBeAbsent String clauseId,
            boolean approvalRequired) {}
}
