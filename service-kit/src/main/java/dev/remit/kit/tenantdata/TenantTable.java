package dev.remit.kit.tenantdata;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table whose rows belong to tenants.
 *
 * @param key the columns of its primary key
 * @param order columns that order a tenant's rows, by an index where there is one
 * @param refersTo tables whose rows must be there before, maybe itself
 */
record TenantTable(String name, List<Column> columns, List<String> key, List<String> order, List<String> refersTo) {
    private static final String TENANT = "tenant_id";
    /** Whoever has these could speak in somebody's name, or try out what was erased. */
    private static final Pattern SECRET = Pattern.compile("(.*_)?(salt|secret|password|signing_key|api_key)(_.*)?");

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    record Column(String name, ValueForm form) {
        /** As members of JSON are called. */
        String member() {
            return NEXT_WORD.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        }

        boolean isKeptFromExports() {
            return name.equals(TENANT) || SECRET.matcher(name).matches();
        }
    }

    /** What an export calls its rows. */
    String kind() {
        return name.replace('_', '-');
    }

    List<Column> exported() {
        return columns.stream().filter(column -> !column.isKeptFromExports()).toList();
    }

    /** The columns by which a tenant's rows are told apart. */
    List<Column> id() {
        List<Column> id = columns.stream()
                .filter(column -> key.contains(column.name()) && !column.name().equals(TENANT))
                .toList();
        return id.isEmpty()
                ? columns.stream()
                        .filter(column -> column.name().equals(TENANT))
                        .toList()
                : id;
    }

    /** Gives the columns of the id, and those that are exported after them. */
    String selectAll() {
        return "SELECT " + names(id()) + ", " + names(exported()) + " FROM " + quoted(name)
                + " WHERE tenant_id = ? ORDER BY "
                + order.stream().map(TenantTable::quoted).collect(Collectors.joining(", "));
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).map(TenantTable::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
