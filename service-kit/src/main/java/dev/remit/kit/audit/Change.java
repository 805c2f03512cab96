package dev.remit.kit.audit;

import dev.remit.kit.audit.AuditedEntity.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one transaction made of one object, as plain JSON values by attribute.
 *
 * @param before its state when the transaction began; null if there was none
 * @param after its state now; null if it is gone
 */
record Change(String type, String id, Map<String, Object> before, Map<String, Object> after) {

    enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }

    Change then(Change later) {
        return new Change(type, id, before, later.after);
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
        return shown(before, after);
    }

    Map<String, Object> shownAfter() {
        return shown(after, before);
    }

    private static Map<String, Object> shown(Map<String, Object> state, Map<String, Object> other) {
        if (state == null) {
            return null;
        }
        Map<String, Object> shown = new TreeMap<>();
        state.forEach((name, value) -> {
            if (other == null || !value.equals(other.get(name))) {
                shown.put(name, value instanceof Secret hidden ? hidden.toString() : value);
            }
        });
        return shown;
    }
}
