package dev.remit.engines.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A cut-off of the client's book.
 *
 * @param through the last local date of work that it closed
 */
public record Closing(LocalDate through, Instant madeAt) {

    boolean closes(LocalDate date) {
        return !date.isAfter(through);
    }

    /** Whether work of that date was already closed when it became known. */
    boolean precedes(LocalDate date, Instant knownAt) {
        return closes(date) && madeAt.isBefore(knownAt);
    }
}
