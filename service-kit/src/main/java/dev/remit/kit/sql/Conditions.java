package dev.remit.kit.sql;

import java.util.ArrayList;
import java.util.List;

/** Conditions that a statement has only where there is a value for them, with those values. */
public final class Conditions {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /**
     * @param condition with one question mark
     * @param value for the question mark; null leaves the condition out
     */
    public Conditions and(String condition, Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            values.add(value);
        }
        return this;
    }

    /** What follows the conditions that a statement always has; empty where no value was given. */
    public String sql() {
        return sql.toString();
    }

    /**
     * The arguments of a whole statement.
     *
     * @param before those of what stands before these conditions
     * @param after the one behind them
     */
    public Object[] argumentsBetween(List<?> before, Object after) {
        List<Object> all = new ArrayList<>(before);
        all.addAll(values);
        all.add(after);
        return all.toArray();
    }
}
