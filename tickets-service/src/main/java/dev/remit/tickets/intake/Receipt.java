package dev.remit.tickets.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of something that a source sent.
 *
 * @param id of the ticket or time entry; null where none was made
 * @param created whether it was not there before
 * @param review why a person must look at it; empty for the usual case
 */
public record Receipt(UUID id, boolean created, Optional<Refusal> review) {

    /**
     * @param cause why
     * @param field of the payload
     * @param detail for a person
     */
    public record Refusal(ReviewCause cause, String field, String detail) {}

    public static Receipt of(UUID id, boolean created) {
        return new Receipt(id, created, Optional.empty());
    }

    static Receipt forReview(ReviewCause cause, String field, String detail) {
        return new Receipt(null, false, Optional.of(new Refusal(cause, field, detail)));
    }

    /** Something that we keep no facts of. */
    public static Receipt ignored() {
        return new Receipt(null, false, Optional.empty());
    }
}
