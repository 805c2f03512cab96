package dev.remit.tickets.intake;

import dev.remit.psa.DeletedFact;
import dev.remit.psa.PsaPayload;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.connectwise.ConnectWiseCallback;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Tells when what lay ahead of our time matters no more, since its source has told of the same object anew. */
@ApplicationScoped
public class OvertakenReviews {
    private final Payloads payloads;

    OvertakenReviews(Payloads payloads) {
        this.payloads = payloads;
    }

    /**
     * Whether a review is overtaken.
     *
     * @param kind of the object that stands now; a source may have a ticket and a time entry of one key
     * @param payloadId the payload by which it stands so
     * @param knownAt when that came
     */
    public boolean isOvertaken(Review review, DeletedFact.Kind kind, UUID payloadId, Instant knownAt) {
        return review.payloadId().equals(payloadId) || knownAt.isAfter(review.raisedAt()) && isOf(kind, review);
    }

    private boolean isOf(DeletedFact.Kind kind, Review review) {
        return payloads.find("id", review.payloadId())
                .firstResultOptional()
                .filter(payload -> kind == kindOf(payload))
                .isPresent();
    }

    private static DeletedFact.Kind kindOf(Payload payload) {
        return switch (payload.via()) {
            case TICKET -> DeletedFact.Kind.TICKET;
            case TIME_ENTRY -> DeletedFact.Kind.TIME_ENTRY;
            case CALLBACK ->
                ConnectWiseCallback.read(payload.body())
                        .map(PsaPayload::facts)
                        .filter(TicketFacts.class::isInstance)
                        .map(facts -> DeletedFact.Kind.TICKET)
                        .orElse(DeletedFact.Kind.TIME_ENTRY);
        };
    }
}
