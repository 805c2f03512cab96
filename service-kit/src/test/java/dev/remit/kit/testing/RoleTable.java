package dev.remit.kit.testing;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A service's section of docs/roles.md, for the test that walks every cell of it.
 *
 * @param roles the columns
 * @param allowed for each operation, such as {@code GET /api/tickets/v1/tickets}, the roles with a mark
 */
record RoleTable(List<String> roles, Map<String, Set<String>> allowed) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** The section under the heading of this name. */
    static RoleTable of(String section) {
        List<List<String>> rows = lines(section).stream().map(RoleTable::cells).toList();
        List<String> roles = rows.getFirst().subList(1, rows.getFirst().size());
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        rows.stream().skip(2).forEach(row -> {
            Set<String> marked = new TreeSet<>();
            for (int i = 1; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    marked.add(roles.get(i - 1));
                }
            }
            allowed.put(row.getFirst().replace("`", ""), marked);
        });
        return new RoleTable(roles, allowed);
    }

    /** The operations of the running service's API document, with the roles that it names for each. */
    static Map<String, Set<String>> described() {
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Map<String, Set<String>> operations = new TreeMap<>();
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                operations.put(method.toUpperCase(Locale.ROOT) + " " + path, roles(operation));
            }
        }));
        return operations;
    }

    private static Set<String> roles(Map<String, Object> operation) {
        return operation.get("x-remit-roles") instanceof List<?> roles
                ? roles.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static List<String> lines(String section) {
        try {
            List<String> lines = Files.readAllLines(Path.of("../docs/roles.md"));
            return lines.stream()
                    .skip(lines.indexOf("## " + section) + 1L)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        String[] cells = line.substring(1).split("\\|", -1);
        return Arrays.stream(cells).limit(cells.length - 1L).map(String::strip).toList();
    }
}
