package dev.remit.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the components that services give one name and different meanings. Equal texts mean the same only if all that
 * they refer to does, so a clash spreads to whatever refers to it.
 */
final class Clashes {

    private static final String PREFIX = "#/components/";

    private Clashes() {}

    /** The clashing components of {@code section}s, each as {@code section/name}. */
    static Set<String> among(List<JsonObject> documents) {
        Map<String, Set<JsonObject>> meanings = new TreeMap<>();
        for (JsonObject document : documents) {
            components(document).forEach((name, body) -> meanings.computeIfAbsent(name, n -> new HashSet<>())
                    .add(body));
        }
        Set<String> clashing = meanings.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> shared = sharedNames(documents);
        Map<String, Set<String>> references = new HashMap<>();
        meanings.forEach((name, bodies) -> references.put(
                name, bodies.stream().flatMap(body -> references(body).stream()).collect(Collectors.toSet())));
        boolean spreading = true;
        while (spreading) {
            var reached = shared.stream()
                    .filter(name -> references.get(name).stream().anyMatch(clashing::contains))
                    .toList();
            spreading = clashing.addAll(reached);
        }
        return clashing;
    }

    /** Every component of a document but its security schemes, as {@code section/name}. */
    static Map<String, JsonObject> components(JsonObject document) {
        Map<String, JsonObject> all = new LinkedHashMap<>();
        JsonObject sections = document.getJsonObject("components", new JsonObject());
        for (String section : sections.fieldNames()) {
            if (section.equals("securitySchemes") || !(sections.getValue(section) instanceof JsonObject named)) {
                continue;
            }
            named.forEach(entry -> {
                if (entry.getValue() instanceof JsonObject body) {
                    all.put(section + "/" + entry.getKey(), body);
                }
            });
        }
        return all;
    }

    private static Set<String> sharedNames(List<JsonObject> documents) {
        return documents.stream()
                .flatMap(document -> components(document).keySet().stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Every component that something in {@code node} refers to, as {@code section/name}. */
    static Set<String> references(Object node) {
        Set<String> found = new HashSet<>();
        collect(node, found);
        return found;
    }

    private static void collect(Object node, Set<String> found) {
        switch (node) {
            case JsonObject object -> object.forEach(entry -> collect(entry.getValue(), found));
            case JsonArray array -> array.forEach(item -> collect(item, found));
            case String text
            when text.startsWith(PREFIX) -> {
                String[] parts = text.substring(PREFIX.length()).split("/", 3);
                if (parts.length > 1) {
                    found.add(parts[0] + "/" + parts[1]);
                }
            }
            case null, default -> {
                // Holds no reference.
            }
        }
    }
}
