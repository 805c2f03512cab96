package dev.remit.tickets.intake;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of something that was sent.
 *
 * @param id of the ticket or time entry; absent where none was made
 * @param outcome CREATED, UPDATED, IGNORED or REVIEW
 * @param cause why a person must look at it, and {@code field} and {@code detail} what at
 */
@Schema(name = "Receipt")
public record ReceiptView(UUID id, Outcome outcome, ReviewCause cause, String field, String detail) {

    /** What became of it. */
    @Schema(name = "ReceiptOutcome")
    public enum Outcome {
        /** It was not known before. */
        CREATED,
        /** It was known; this may have told something new. */
        UPDATED,
        /** Nothing that we keep, or word of something gone. */
        IGNORED,
        /** It is kept and listed for a person to look at; nothing else was made of it. */
        REVIEW
    }

    public static ReceiptView of(Receipt receipt) {
        return receipt.review()
                .map(why -> new ReceiptView(null, Outcome.REVIEW, why.cause(), why.field(), why.detail()))
                .orElseGet(() -> new ReceiptView(receipt.id(), outcome(receipt), null, null, null));
    }

    private static Outcome outcome(Receipt receipt) {
        if (receipt.id() == null) {
            return Outcome.IGNORED;
        }
        return receipt.created() ? Outcome.CREATED : Outcome.UPDATED;
    }

    /** 201 with the object's place, 200, or 202 where a person must look first. */
    public static Response answer(Receipt receipt, String place) {
        ReceiptView view = of(receipt);
        return switch (view.outcome()) {
            case CREATED ->
                Response.created(URI.create(place + "/" + receipt.id()))
                        .entity(view)
                        .build();
            case REVIEW -> Response.accepted(view).build();
            default -> Response.ok(view).build();
        };
    }
}
