package dev.remit.tickets.intake;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks many up at once. */
public final class SourceKeys {

    private record Known(UUID connectionId, String externalId, UUID id) {
        SourceKey key() {
            return new SourceKey(connectionId, externalId);
        }
    }

    private SourceKeys() {}

    /** @param entity one with connectionId and externalId */
    public static Map<SourceKey, UUID> ids(EntityManager entities, String entity, Collection<SourceKey> keys) {
        Set<SourceKey> wanted = new HashSet<>(keys);
        Map<SourceKey, UUID> ids = new HashMap<>();
        if (!wanted.isEmpty()) {
            entities.createQuery(
                            "select e.connectionId, e.externalId, e.id from " + entity
                                    + " e where e.connectionId in :connections and e.externalId in :externalIds",
                            Known.class)
                    .setParameter(
                            "connections",
                            wanted.stream()
                                    .map(SourceKey::connectionId)
                                    .distinct()
                                    .toList())
                    .setParameter(
                            "externalIds",
                            wanted.stream()
                                    .map(SourceKey::externalId)
                                    .distinct()
                                    .toList())
                    .getResultStream()
                    .filter(known -> wanted.contains(known.key()))
                    .forEach(known -> ids.put(known.key(), known.id()));
        }
        return ids;
    }
}
