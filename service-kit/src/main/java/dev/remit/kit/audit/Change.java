package dev.remit.kit.audit;

import dev.remit.kit.audit.AuditedEntity.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one transaction made of one object, as plain JSON values by attribute. Of an object that is there before and after
 * only the attributes that differ are kept, null for none, since one transaction may change thousands.
 *
 * @param before its state when the transaction began; null if there was none
 * @param after its state now; null if it is gone
 */
record Change(String type, String id, Map<String, Object> before, Map<String, Object> after) {

    @Schema(name = "AuditChangeKind")
    enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }

    /**
     * @param before the whole state; null if there was none
     * @param after the whole state; null if it is gone
     */
    static Change of(String type, String id, Map<String, Object> before, Map<String, Object> after) {
        if (before == null || after == null) {
            return new Change(type, id, before, after);
        }
        Map<String, Object> was = new TreeMap<>();
        Map<String, Object> is = new TreeMap<>();
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                was.put(name, before.get(name));
                is.put(name, after.get(name));
            }
        }
        return new Change(type, id, was, is);
    }

    Change then(Change later) {
        return of(
                type,
                id,
                before == null ? null : over(later.before, before),
                later.after == null ? null : over(after, later.after));
    }

    private static Map<String, Object> over(Map<String, Object> state, Map<String, Object> known) {
        Map<String, Object> all = state == null ? new TreeMap<>() : new TreeMap<>(state);
        all.putAll(known);
        return all;
    }

    /** Whether anything is left of it at the transaction's end. */
    boolean isReal() {
        return !Objects.equals(before, after);
    }

    Kind kind() {
        if (before == null) {
            return Kind.CREATED;
        }
        return after == null ? Kind.DELETED : Kind.CHANGED;
    }

    /** What to show of the state before: of a changed object only what differs. */
    Map<String, Object> shownBefore() {
        return shown(before);
    }

    Map<String, Object> shownAfter() {
        return shown(after);
    }

    private static Map<String, Object> shown(Map<String, Object> state) {
        if (state == null) {
            return null;
        }
        Map<String, Object> shown = new TreeMap<>();
        state.forEach((name, value) -> {
            if (value != null) {
                shown.put(name, value instanceof Secret hidden ? hidden.toString() : value);
            }
        });
        return shown;
    }
}
