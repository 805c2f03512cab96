package dev.remit.engines.evidence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Builds a JSON object in which what is not there is absent, never {@code null}. */
public final class Members {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a member unless the value is null or an empty list or object. */
    public Members put(String name, Object value) {
        boolean nothing = value == null
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        return nothing ? this : always(name, value);
    }

    /** Adds a member with the text of the value, unless that is null: enums, dates, instants, ids, fractions. */
    public Members text(String name, Object value) {
        return value == null ? this : always(name, value.toString());
    }

    /** Adds a member for what a value becomes, unless the value is null. */
    public <T> Members put(String name, T value, Function<T, ?> form) {
        return value == null ? this : put(name, form.apply(value));
    }

    /** Adds a member even if it is empty. */
    public Members always(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Adds a member unless the value is null: of a list of which empty says something else than absent. */
    public Members given(String name, Object value) {
        return value == null ? this : always(name, value);
    }

    /** The object so far. */
    public Map<String, Object> map() {
        return members;
    }
}
