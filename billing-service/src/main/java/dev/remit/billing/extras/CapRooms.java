package dev.remit.billing.extras;

import dev.remit.billing.approvals.Authority;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What may still be billed under the approved caps of each work item. Work without a cap has room without end. */
final class CapRooms {
    private final Map<UUID, Long> rooms = new HashMap<>();

    CapRooms(Map<UUID, Authority> authorities, Map<UUID, Long> billedMinor) {
        authorities.forEach((workItem, authority) -> {
            if (authority.isGranted()) {
                rooms.put(workItem, Math.subtractExact(authority.capMinor(), billedMinor.getOrDefault(workItem, 0L)));
            }
        });
    }

    long of(UUID workItem) {
        return Math.max(0, rooms.getOrDefault(workItem, Long.MAX_VALUE));
    }

    /** Uses room up, or gives it back for a negative amount. */
    void bill(UUID workItem, long minor) {
        rooms.computeIfPresent(workItem, (id, room) -> Math.subtractExact(room, minor));
    }
}
