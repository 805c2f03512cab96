package dev.remit.tickets.testing;

import dev.remit.kit.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills tables faster than any door would. */
public final class Rows {
    private static final String THE_SAME_FOR_ALL = "UNHEX(LEFT(SHA2(CONCAT(HEX(%s), '%s'), 256), 32))";

    private Rows() {}

    /** Another id for the id in a column, the same wherever that id stands. */
    public static String otherId(String column, String what) {
        return THE_SAME_FOR_ALL.formatted(column, what);
    }

    /** By column, another id for the id in each. */
    public static Map<String, String> otherIds(String what, String... columns) {
        Map<String, String> others = new HashMap<>();
        for (String column : columns) {
            others.put(column, otherId(column, what));
        }
        return others;
    }

    /** Another text for the text in a column. */
    public static String otherText(String column, String what) {
        return "LEFT(SHA2(CONCAT(" + column + ", '" + what + "'), 256), 32)";
    }

    /** Copies all of a tenant's rows, some of whose columns become others. */
    public static void copy(Sql sql, String table, UUID tenant, Map<String, String> changed) {
        List<String> columns = sql.list(
                "SELECT COLUMN_NAME FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
                row -> row.text(1),
                table);
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .toList();
        sql.update(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                        + " FROM " + table + " WHERE tenant_id = ?",
                tenant);
    }
}
