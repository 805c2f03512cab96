package dev.remit.kit.tenantdata;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenantdata.TenantTable.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables that hold tenants' rows. The database itself is asked which they are, so that a new one cannot be forgotten. */
@ApplicationScoped
class TenantTables {
    private static final String PRIMARY = "PRIMARY";
    /** A tenant's rows are found and ordered by it. */
    private static final Comparator<Index> BEST =
            Comparator.comparing((Index index) -> !index.name.equals(PRIMARY)).thenComparing(index -> index.notUnique);

    private final Sql sql;

    TenantTables(Sql sql) {
        this.sql = sql;
    }

    private record Of<T>(String table, T value) {}

    private record IndexedColumn(String index, boolean notUnique, String column) {}

    private record Index(String name, boolean notUnique, List<String> columns) {}

    /** Those first to whose rows others refer. */
    List<TenantTable> inOrder() {
        Map<String, List<Column>> columns = byTable(columns());
        Map<String, List<IndexedColumn>> indexes = byTable(indexes());
        Map<String, List<String>> references = byTable(references());
        List<TenantTable> left = new ArrayList<>();
        columns.forEach((name, all) -> left.add(
                table(name, all, indexes.getOrDefault(name, List.of()), references.getOrDefault(name, List.of()))));
        List<TenantTable> inOrder = new ArrayList<>();
        while (!left.isEmpty()) {
            TenantTable next = left.stream()
                    .filter(table -> left.stream().noneMatch(other -> refers(table, other)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Tables refer to each other in a circle: " + left));
            left.remove(next);
            inOrder.add(next);
        }
        return inOrder;
    }

    private static boolean refers(TenantTable table, TenantTable other) {
        return table != other && table.refersTo().contains(other.name());
    }

    private static TenantTable table(
            String name, List<Column> columns, List<IndexedColumn> indexed, List<String> references) {
        Map<String, Index> indexes = new LinkedHashMap<>();
        indexed.forEach(column -> indexes.computeIfAbsent(
                        column.index, index -> new Index(index, column.notUnique, new ArrayList<>()))
                .columns
                .add(column.column));
        List<String> key = indexes.containsKey(PRIMARY) ? indexes.get(PRIMARY).columns : List.of();
        // Ids grow with time: what a row of the same table refers to comes before it.
        Stream<Index> usable = references.contains(name) ? Stream.of() : indexes.values().stream();
        Set<String> order = new LinkedHashSet<>(
                usable.filter(index -> index.columns.getFirst().equals("tenant_id"))
                        .min(BEST)
                        .map(Index::columns)
                        .orElse(List.of()));
        order.addAll(key);
        return new TenantTable(name, columns, key, List.copyOf(order), references);
    }

    private static <T> Map<String, List<T>> byTable(List<Of<T>> all) {
        Map<String, List<T>> byTable = new TreeMap<>();
        all.forEach(each ->
                byTable.computeIfAbsent(each.table, table -> new ArrayList<>()).add(each.value));
        return byTable;
    }

    private List<Of<Column>> columns() {
        return sql.list(
                "SELECT c.table_name, c.column_name, c.data_type, c.column_type FROM information_schema.columns AS c"
                        + " JOIN information_schema.columns AS t ON t.table_schema = c.table_schema"
                        + " AND t.table_name = c.table_name AND t.column_name = 'tenant_id'"
                        + " WHERE c.table_schema = DATABASE() ORDER BY c.table_name, c.ordinal_position",
                row -> new Of<>(row.text(1), new Column(row.text(2), ValueForm.of(row.text(3), row.text(4)))));
    }

    private List<Of<IndexedColumn>> indexes() {
        return sql.list(
                "SELECT table_name, index_name, non_unique, column_name FROM information_schema.statistics"
                        + " WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index",
                row -> new Of<>(row.text(1), new IndexedColumn(row.text(2), row.number(3) != 0, row.text(4))));
    }

    private List<Of<String>> references() {
        return sql.list(
                "SELECT DISTINCT table_name, referenced_table_name FROM information_schema.key_column_usage"
                        + " WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL",
                row -> new Of<>(row.text(1), row.text(2)));
    }
}
