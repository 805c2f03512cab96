package dev.remit.kit.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The feed of a service that a test speaks for. */
public final class NeighbourFeed {
    private final List<Map<String, Object>> events = new ArrayList<>();
    private volatile boolean down;

    /** Tells of something that happened, and gives its position. */
    public long publish(String type, UUID tenant, Map<String, ?> payload) {
        return publish(type, tenant, tenant, payload);
    }

    /** Tells of something that happened to a subject, and gives its position. */
    public synchronized long publish(String type, UUID tenant, UUID subject, Map<String, ?> payload) {
        events.add(Map.of(
                "position",
                events.size() + 1,
                "type",
                type,
                "tenant",
                tenant.toString(),
                "subject",
                subject.toString(),
                "occurredAt",
                "2026-06-01T00:00:00Z",
                "somethingNew",
                true,
                "payload",
                payload));
        return events.size();
    }

    /** Answers 503 until it is up again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** Whether its service does not answer. */
    public boolean isDown() {
        return down;
    }

    synchronized Map<String, Object> after(int position, int limit) {
        int end = Math.min(events.size(), position + limit);
        List<Map<String, Object>> items = position >= end ? List.of() : List.copyOf(events.subList(position, end));
        return Map.of("items", items, "head", events.size());
    }
}
