package dev.remit.tickets.intake;

import dev.remit.kit.http.MayBeAbsent;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What became of something that was sent.
 *
 * @param id of the ticket or time entry; absent where none was made
 * @param outcome what became of it; more may come
 * @param cause why a person must look at it, and {@code field} what at
 * @param detail what there is to say of it
 */
@Schema(name = "Receipt")
public record ReceiptView(
        @MayBeAbsent UUID id,
        Outcome outcome,
        @MayBeAbsent ReviewCause cause,
        @MayBeAbsent String field,
        @MayBeAbsent String detail) {

    /** What became of it. */
    @Schema(name = "ReceiptOutcome")
    public enum Outcome {
        /** It was not known before. */
        CREATED,
        /** It was known, and this told something new. */
        UPDATED,
        /** It was known, and this told nothing new. */
        UNCHANGED,
        /** Something later is known, so this is not what is shown; a ticket's history may have gained by it. */
        OLDER,
        /** It is gone at its source, and withdrawn or cancelled here. */
        DELETED,
        /** Nothing that we keep. */
        IGNORED,
        /** It is kept and listed for a person to look at; until then nothing is billed for it. */
        REVIEW
    }

    public static ReceiptView of(Receipt receipt) {
        return receipt.review()
                .map(why -> new ReceiptView(receipt.id(), receipt.outcome(), why.cause(), why.field(), why.detail()))
                .orElseGet(() -> new ReceiptView(receipt.id(), receipt.outcome(), null, null, receipt.detail()));
    }

    /** 201 with the object's place, 200, or 202 where a person must look first. */
    public static RestResponse<ReceiptView> answer(Receipt receipt, String place) {
        return receipt.answer(place, of(receipt));
    }
}
