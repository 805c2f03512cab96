package dev.remit.billing.feeds;

import dev.remit.billing.books.BookChanged;
import dev.remit.engines.ledger.ChangedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What a stretch of events changed in each client's book. */
final class Changes {
    private final Map<UUID, Change> changes = new TreeMap<>();

    private static final class Change {
        final List<String> causes = new ArrayList<>();
        ChangedFacts facts = ChangedFacts.NONE;
    }

    /** @param clientId null where nobody's book has changed */
    void add(UUID clientId, String cause, ChangedFacts facts) {
        if (clientId != null) {
            Change change = changes.computeIfAbsent(clientId, id -> new Change());
            if (!change.causes.contains(cause)) {
                change.causes.add(cause);
            }
            change.facts = change.facts.and(facts);
        }
    }

    /** In the order of the clients' ids. */
    List<BookChanged> byClient() {
        return changes.entrySet().stream()
                .map(change ->
                        new BookChanged(change.getKey(), cause(change.getValue().causes), change.getValue().facts))
                .toList();
    }

    private static String cause(List<String> causes) {
        return causes.size() == 1 ? causes.getFirst() : causes.size() + " changes, the last: " + causes.getLast();
    }
}
