package dev.remit.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * This service's section of docs/roles.md.
 *
 * @param roles the columns, in their order
 * @param allowed for each operation, such as {@code GET /api/tickets/v1/feed}, the roles with a mark
 */
record RolesTable(List<String> roles, Map<String, Set<String>> allowed) {
    private static final Path FILE = Path.of("../docs/roles.md");
    private static final Pattern CELL = Pattern.compile("\\|([^|]*)(?=\\|)");

    static RolesTable read() {
        List<List<String>> rows = new ArrayList<>();
        boolean ours = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                ours = line.equals("## tickets");
            } else if (ours && line.startsWith("|")) {
                rows.add(cells(line));
            }
        }
        List<String> roles = rows.getFirst().subList(1, rows.getFirst().size());
        Map<String, Set<String>> allowed = new TreeMap<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            Set<String> marked = new TreeSet<>();
            for (int i = 0; i < roles.size(); i++) {
                if (!row.get(i + 1).isEmpty()) {
                    marked.add(roles.get(i));
                }
            }
            allowed.put(row.getFirst().replace("`", ""), marked);
        }
        return new RolesTable(roles, allowed);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(line);
        while (cell.find()) {
            cells.add(cell.group(1).strip());
        }
        return cells;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
