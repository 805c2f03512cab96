package dev.remit.engines.reports;

import static dev.remit.engines.InvalidInput.required;

import java.time.Instant;

/**
 * Whose decision a ticket waited for.
 *
 * @param name the person's
 * @param from when the person was asked
 * @param to when that was decided; null while it is not
 */
public record AskedApprover(String name, Instant from, Instant to) {
    public AskedApprover {
        required(name, "name");
        required(from, "from");
    }

    boolean isAsked(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
}
