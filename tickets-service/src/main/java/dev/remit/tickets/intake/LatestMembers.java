package dev.remit.tickets.intake;

import dev.remit.engines.evidence.CanonicalJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members of an object, each as the latest snapshot that says something of it has it: a snapshot that leaves a member
 * out keeps what was. The order of arrival plays no part.
 */
public final class LatestMembers {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final Map<String, Object> values;
    private final Map<String, String> saidBy;

    private LatestMembers(Map<String, Object> values, Map<String, String> saidBy) {
        this.values = values;
        this.saidBy = saidBy;
    }

    /** Of an object that no snapshot has said anything of. */
    public static LatestMembers none() {
        return new LatestMembers(new TreeMap<>(), new TreeMap<>());
    }

    /**
     * As stored.
     *
     * @param values what {@link #json()} gave
     * @param saidBy what {@link #saidByJson()} gave
     */
    public static LatestMembers stored(byte[] values, byte[] saidBy) {
        Map<String, String> snapshots = new TreeMap<>();
        FactsJson.members(saidBy).forEach((name, snapshot) -> snapshots.put(name, (String) snapshot));
        return new LatestMembers(new TreeMap<>(FactsJson.members(values)), snapshots);
    }

    /**
     * Takes what a snapshot says.
     *
     * @param said by {@link SnapshotMembers}
     * @param at the source's time of the snapshot
     * @param hash of the snapshot, which orders those of one time
     * @return the members that are otherwise than before
     */
    public Set<String> take(Map<String, Object> said, Instant at, String hash) {
        String snapshot = SORTABLE.format(at) + " " + hash;
        Set<String> changed = new TreeSet<>();
        said.forEach((name, value) -> {
            String before = saidBy.get(name);
            if (before == null || snapshot.compareTo(before) > 0) {
                if (!Objects.equals(values.get(name), value)) {
                    changed.add(name);
                    set(name, value);
                }
                saidBy.put(name, snapshot);
            }
        });
        return changed;
    }

    private void set(String name, Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** The members that are not none. */
    Map<String, Object> values() {
        return new TreeMap<>(values);
    }

    /** Canonical JSON of the members that are not none. */
    public byte[] json() {
        return CanonicalJson.bytes(values);
    }

    /** Canonical JSON of which snapshot said each member last, also of those that are none. */
    public byte[] saidByJson() {
        return CanonicalJson.bytes(saidBy);
    }
}
