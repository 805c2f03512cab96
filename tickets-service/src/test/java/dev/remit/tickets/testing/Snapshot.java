package dev.remit.tickets.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A ticket's snapshot as a test writes it; each method gives a changed copy. */
public final class Snapshot {
    private final Map<String, Object> members;

    private Snapshot(Map<String, Object> members) {
        this.members = members;
    }

    /** The office move as it came in, Thursday 14:00 in New York. */
    public static Snapshot officeMove() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sourceUpdatedAt", "2026-06-11T18:00:00Z");
        members.put("createdAt", "2026-06-11T18:00:00Z");
        members.put("title", "Move our office to the 12th floor");
        members.put("client", Map.of("externalId", "250"));
        members.put("site", Map.of("externalId", "28"));
        members.put("priority", "Priority 3 - Normal Response");
        members.put("ticketClass", "ServiceTicket");
        members.put("category", Map.of("type", "Project", "subtype", "Office move"));
        members.put("status", "New");
        return new Snapshot(members);
    }

    public Snapshot with(String member, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.put(member, value);
        return new Snapshot(changed);
    }

    public Snapshot without(String... absent) {
        Map<String, Object> changed = new LinkedHashMap<>(members);
        changed.keySet().removeAll(List.of(absent));
        return new Snapshot(changed);
    }

    /** As the source had it later. */
    public Snapshot at(String sourceUpdatedAt) {
        return with("sourceUpdatedAt", sourceUpdatedAt);
    }

    public Snapshot status(String status) {
        return with("status", status);
    }

    public Snapshot created(String at) {
        return with("createdAt", at).at(at);
    }

    @SuppressWarnings("unchecked")
    public Snapshot message(String key, String at, String from) {
        List<Object> messages = new ArrayList<>((List<Object>) members.getOrDefault("messages", List.of()));
        messages.add(Map.of("key", key, "at", at, "from", from, "public", true));
        return with("messages", messages);
    }

    @SuppressWarnings("unchecked")
    public Snapshot question(String key, String at) {
        List<Object> messages = new ArrayList<>((List<Object>) members.getOrDefault("messages", List.of()));
        messages.add(Map.of("key", key, "at", at, "from", "MSP", "public", true, "question", true));
        return with("messages", messages);
    }

    public Map<String, Object> json() {
        return members;
    }
}
