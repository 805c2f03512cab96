package dev.remit.gateway.openapi;

import dev.remit.gateway.proxy.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives every service's names a spelling that no other service uses for something else. Who clashes carries its service's name. */
final class Renamings {

    private final Set<String> clashingComponents;
    private final Set<String> clashingOperations;
    private final Set<String> clashingTags;
    private final Set<String> taken = new HashSet<>();

    Renamings(List<JsonObject> documents) {
        clashingComponents = Clashes.among(documents);
        clashingOperations = saidByMany(documents, Renamings::operationIds);
        clashingTags = saidByMany(documents, Renamings::tags);
        documents.forEach(document -> taken.addAll(Clashes.components(document).keySet()));
    }

    Renaming of(Service service, JsonObject document) {
        Map<String, String> components = new LinkedHashMap<>();
        Clashes.components(document).keySet().stream()
                .filter(clashingComponents::contains)
                .forEach(name -> components.put(name, free(service, name)));
        Map<String, String> operations = new LinkedHashMap<>();
        operationIds(document).stream()
                .filter(clashingOperations::contains)
                .forEach(id -> operations.put(id, service.name() + capital(id)));
        Map<String, String> tags = new LinkedHashMap<>();
        tags(document).stream()
                .filter(clashingTags::contains)
                .forEach(tag -> tags.put(tag, service.title() + ": " + tag));
        return new Renaming(components, operations, tags);
    }

    private String free(Service service, String component) {
        int slash = component.indexOf('/');
        String section = component.substring(0, slash + 1);
        String name = service.title() + component.substring(slash + 1);
        while (!taken.add(section + name)) {
            name = name + "_";
        }
        return name;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Set<String> saidByMany(List<JsonObject> documents, Function<JsonObject, Set<String>> said) {
        return documents.stream()
                .flatMap(document -> said.apply(document).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> operationIds(JsonObject document) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonObject operation : operations(document)) {
            if (operation.getString("operationId") != null) {
                ids.add(operation.getString("operationId"));
            }
        }
        return ids;
    }

    private static Set<String> tags(JsonObject document) {
        Set<String> tags = new LinkedHashSet<>();
        for (Object tag : document.getJsonArray("tags", new JsonArray())) {
            tags.add(((JsonObject) tag).getString("name"));
        }
        for (JsonObject operation : operations(document)) {
            operation.getJsonArray("tags", new JsonArray()).forEach(tag -> tags.add((String) tag));
        }
        return tags;
    }

    private static List<JsonObject> operations(JsonObject document) {
        List<JsonObject> operations = new ArrayList<>();
        document.getJsonObject("paths", new JsonObject())
                .forEach(path -> ((JsonObject) path.getValue()).forEach(member -> {
                    if (MergedDocument.isOperation(member.getKey())) {
                        operations.add((JsonObject) member.getValue());
                    }
                }));
        return operations;
    }
}
