package dev.remit.tickets.intake;

import dev.remit.kit.http.Answers;
import dev.remit.tickets.intake.ReceiptView.Outcome;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What became of something that a source sent.
 *
 * @param id of the ticket or time entry; null where none was made
 * @param outcome what became of it
 * @param review why a person must look at it; empty for the usual case
 * @param detail what is to be said of the outcome; null for nothing
 */
public record Receipt(UUID id, Outcome outcome, Optional<Refusal> review, String detail) {

    /**
     * @param cause why
     * @param field of the payload
     * @param detail for a person
     * @param name of the source's that means nothing to us; null for every cause but UNKNOWN_NAME
     */
    public record Refusal(ReviewCause cause, String field, String detail, String name) {
        public Refusal(ReviewCause cause, String field, String detail) {
            this(cause, field, detail, null);
        }

        public static Refusal ofName(String field, String name, String detail) {
            return new Refusal(ReviewCause.UNKNOWN_NAME, field, detail, name);
        }
    }

    public static Receipt of(UUID id, Outcome outcome) {
        return new Receipt(id, outcome, Optional.empty(), null);
    }

    /** Other facts under the same source time than those that count: a stated rule says which do. */
    public static Receipt tied(UUID id) {
        return new Receipt(
                id,
                Outcome.OLDER,
                Optional.empty(),
                "Something else was told under the same sourceUpdatedAt, and it stands: of two, the one whose facts have the"
                        + " higher SHA-256 does. Send it again with a later sourceUpdatedAt.");
    }

    /** @param id of what was made nevertheless, or null */
    public static Receipt forReview(UUID id, ReviewCause cause, String field, String detail) {
        return new Receipt(id, Outcome.REVIEW, Optional.of(new Refusal(cause, field, detail)), null);
    }

    /**
     * 201 with the object's place, 200, or 202 where a person must look first.
     *
     * @param view what is said of it
     */
    public <T> RestResponse<T> answer(String place, T view) {
        return switch (outcome) {
            case CREATED -> Answers.created(place + "/" + id, view);
            case REVIEW -> Answers.accepted(view);
            default -> Answers.ok(view);
        };
    }

    /** Something that we keep no facts of. */
    public static Receipt ignored() {
        return of(null, Outcome.IGNORED);
    }
}
