package dev.remit.billing.books;

import java.util.Set;
import java.util.UUID;

/**
 * Facts of a client's open book have changed, so that its lines must be computed again before the transaction ends.
 *
 * @param cause for the journal: what happened, and to which object
 * @param entries time entries that changed; they may have left this client
 * @param workItems work items of which something else is approved or asked for now
 * @param terms whether the client's signed versions are others
 */
public record BookChanged(UUID clientId, String cause, Set<UUID> entries, Set<UUID> workItems, boolean terms) {

    /** Of which nothing that rests is to be read again. */
    public BookChanged(UUID clientId, String cause) {
        this(clientId, cause, Set.of(), Set.of(), false);
    }

    public static BookChanged ofEntries(UUID clientId, String cause, Set<UUID> entries) {
        return new BookChanged(clientId, cause, entries, Set.of(), false);
    }

    public static BookChanged ofQuotes(UUID clientId, String cause, Set<UUID> workItems) {
        return new BookChanged(clientId, cause, Set.of(), workItems, false);
    }

    public static BookChanged ofTerms(UUID clientId, String cause) {
        return new BookChanged(clientId, cause, Set.of(), Set.of(), true);
    }
}
