package dev.remit.billing.extras;

import dev.remit.billing.approvals.Authority;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What may still be billed under the approved caps of each work item. Work without a cap has room without end. */
final class CapRooms {
    private final Map<UUID, Long> rooms = new HashMap<>();

    /**
     * @param authorities by work item
     * @param billed what published lines have billed, by work item and currency
     */
    CapRooms(Map<UUID, Authority> authorities, Map<UUID, Map<String, Long>> billed) {
        authorities.forEach((workItem, authority) -> {
            if (authority.isGranted()) {
                rooms.put(workItem, room(authority, billed.getOrDefault(workItem, Map.of())));
            }
        });
    }

    /** None where the caps are in several currencies. */
    private static long room(Authority authority, Map<String, Long> billed) {
        return authority
                .currency()
                .map(currency -> Math.subtractExact(authority.capMinor(), billed.getOrDefault(currency, 0L)))
                .orElse(0L);
    }

    /** The work items under a cap that has room left. */
    Set<UUID> open() {
        Set<UUID> open = new HashSet<>();
        rooms.forEach((workItem, room) -> {
            if (room > 0) {
                open.add(workItem);
            }
        });
        return open;
    }

    long of(UUID workItem) {
        return Math.max(0, rooms.getOrDefault(workItem, Long.MAX_VALUE));
    }

    /** Uses room up, or gives it back for a negative amount. */
    void bill(UUID workItem, long minor) {
        rooms.computeIfPresent(workItem, (id, room) -> Math.subtractExact(room, minor));
    }
}
