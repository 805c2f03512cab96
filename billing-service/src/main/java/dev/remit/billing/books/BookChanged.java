package dev.remit.billing.books;

import java.util.Set;
import java.util.UUID;

/**
 * Facts of a client's open book have changed, so that its lines must be computed again before the transaction ends.
 *
 * @param cause for the journal: what happened, and to which object
 * @param moved time entries that may have left this client
 */
public record BookChanged(UUID clientId, String cause, Set<UUID> moved) {

    public BookChanged(UUID clientId, String cause) {
        this(clientId, cause, Set.of());
    }
}
