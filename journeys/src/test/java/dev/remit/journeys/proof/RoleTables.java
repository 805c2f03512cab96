package dev.remit.journeys.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All tables of docs/roles.md. */
public final class RoleTables {
    /** For each role a user or machine client of the demo world that has it and no other. */
    public static final Map<String, String> PLAYED_BY = Map.of(
            "owner", "owner",
            "service-desk", "desk",
            "technician", "tech",
            "finance", "finance",
            "client-approver", "partner",
            "psa-sync", "psa-sync",
            "finance-pull", "finance-pull",
            "integrator", "integrator",
            "auditor", "auditor",
            "operator", "operator");

    private RoleTables() {}

    /** For each operation, as {@code GET /api/…}, the roles with a mark. */
    public static Map<String, Set<String>> read() {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        List<String> roles = List.of();
        for (String line : lines()) {
            List<String> cells = cells(line);
            if (cells.getFirst().equals("operation")) {
                roles = cells.subList(1, cells.size());
            } else if (cells.getFirst().startsWith("`")) {
                Set<String> marked = new TreeSet<>();
                for (int i = 1; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        marked.add(roles.get(i - 1));
                    }
                }
                allowed.put(cells.getFirst().replace("`", ""), marked);
            }
        }
        return allowed;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("../docs/roles.md")).stream()
                    .filter(line -> line.startsWith("|"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> cells(String line) {
        String[] cells = line.substring(1).split("\\|", -1);
        return Arrays.stream(cells).limit(cells.length - 1L).map(String::strip).toList();
    }
}
