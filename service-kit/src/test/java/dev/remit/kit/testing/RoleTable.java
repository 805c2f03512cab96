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
import java.util.TreeSet;

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

    /** The operations of the table. */
    Set<String> operations() {
        return new TreeSet<>(allowed.keySet());
    }

    /** The operations that the running service describes in its API document. */
    static Set<String> described() {
        Map<String, Map<String, Object>> paths = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> operations = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(METHODS::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
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
