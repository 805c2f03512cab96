package dev.remit.tickets.intake;

import dev.remit.engines.evidence.CanonicalJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members of an object, each as the latest snapshot that said something of it has it: a snapshot that leaves a member
 * out keeps what was. The order of arrival plays no part.
 */
public final class ToldMembers {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final Map<String, Object> values;
    private final Map<String, String> said;

    private ToldMembers(Map<String, Object> values, Map<String, String> said) {
        this.values = values;
        this.said = said;
    }

    /** Of an object that nobody has told of. */
    public static ToldMembers none() {
        return new ToldMembers(new TreeMap<>(), new TreeMap<>());
    }

    /**
     * As stored.
     *
     * @param values canonical JSON of the members
     * @param said what {@link #said()} gave
     */
    public static ToldMembers stored(byte[] values, byte[] said) {
        Map<String, String> stamps = new TreeMap<>();
        FactsJson.members(said).forEach((name, stamp) -> stamps.put(name, (String) stamp));
        return new ToldMembers(new TreeMap<>(FactsJson.members(values)), stamps);
    }

    /**
     * Takes what a snapshot says.
     *
     * @param told its members; one that it says to be none is absent
     * @param kept the members of which it says nothing
     * @return the members that are otherwise than before
     */
    public Set<String> take(Map<String, Object> told, Collection<String> kept, Instant at, String hash) {
        String stamp = SORTABLE.format(at) + " " + hash;
        Map<String, Object> names = new TreeMap<>(values);
        names.putAll(told);
        said.forEach((name, ignored) -> names.putIfAbsent(name, ""));
        Set<String> changed = new TreeSet<>();
        for (String name : names.keySet()) {
            if (!kept.contains(name) && isAfter(stamp, said.get(name))) {
                Object value = told.get(name);
                if (!Objects.equals(values.get(name), value)) {
                    changed.add(name);
                    set(name, value);
                }
                said.put(name, stamp);
            }
        }
        return changed;
    }

    private static boolean isAfter(String stamp, String other) {
        return other == null || stamp.compareTo(other) > 0;
    }

    private void set(String name, Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    /** Canonical JSON of the members. */
    public byte[] values() {
        return CanonicalJson.bytes(values);
    }

    /** Canonical JSON of which snapshot said each. */
    public byte[] said() {
        return CanonicalJson.bytes(said);
    }
}
