package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a version of an agreement stands.
 *
 * @param state PROPOSED while it is out for signature, DRAFT once that was taken back; of one that ends before its time
 *     TERMINATED or WITHDRAWN; null elsewhere
 * @param effectiveTo the first local date without it; null while it is open-ended
 * @param proposedTo of one that is out for signature: the names of those who can sign for the client
 * @param signedBy of one that is signed: who did
 * @param date of a date that comes near: which it is (NOTICE, RENEWAL, END or HOLIDAYS)
 * @param on of a date that comes near: the date
 */
public record AgreementWord(
        UUID agreementId,
        int version,
        @MayBeAbsent String contentHash,
        @MayBeAbsent String state,
        @MayBeAbsent LocalDate effectiveFrom,
        @MayBeAbsent LocalDate effectiveTo,
        @MayBeAbsent List<String> proposedTo,
        @MayBeAbsent List<SignedBy> signedBy,
        @MayBeAbsent String date,
        @MayBeAbsent LocalDate on) {

    /**
     * Who signed for a party.
     *
     * @param party MSP or CLIENT
     * @param title in what capacity
     * @param at null where only the date is known
     * @param on the client's local date, where no moment is known
     */
    @Schema(name = "WebhookSignature")
    public record SignedBy(
            String party,
            String name,
            @MayBeAbsent String title,
            @MayBeAbsent Instant at,
            @MayBeAbsent LocalDate on) {}
}
