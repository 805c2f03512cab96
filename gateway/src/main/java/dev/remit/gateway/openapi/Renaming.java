package dev.remit.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one service's names are spelt in the merged document.
 *
 * @param components from {@code section/name} to the new name
 * @param operations from operationId to the new one
 * @param tags       from tag to the new one
 */
record Renaming(Map<String, String> components, Map<String, String> operations, Map<String, String> tags) {

    private static final String PREFIX = "#/components/";

    String component(String section, String name) {
        return components.getOrDefault(section + "/" + name, name);
    }

    String operation(String id) {
        return operations.getOrDefault(id, id);
    }

    String tag(String name) {
        return tags.getOrDefault(name, name);
    }

    /** A copy of {@code node} in which every reference to a renamed component follows it. */
    Object rewrite(Object node) {
        return switch (node) {
            case JsonObject object -> rewrite(object);
            case JsonArray array ->
                array.stream().map(this::rewrite).collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
            case null, default -> node;
        };
    }

    JsonObject rewrite(JsonObject object) {
        var copy = new JsonObject(new LinkedHashMap<>());
        for (String key : object.fieldNames()) {
            Object value = object.getValue(key);
            copy.put(
                    key,
                    switch (value) {
                        case String text when key.equals("$ref") -> reference(text);
                        case String id when key.equals("operationId") -> operation(id);
                        case JsonObject mapping
                        when key.equals("mapping") && object.containsKey("propertyName") -> references(mapping);
                        case null, default -> rewrite(value);
                    });
        }
        return copy;
    }

    private JsonObject references(JsonObject mapping) {
        var copy = new JsonObject(new LinkedHashMap<>());
        mapping.forEach(entry ->
                copy.put(entry.getKey(), entry.getValue() instanceof String text ? reference(text) : entry.getValue()));
        return copy;
    }

    private String reference(String reference) {
        if (!reference.startsWith(PREFIX)) {
            return reference;
        }
        int slash = reference.indexOf('/', PREFIX.length());
        if (slash < 0) {
            return reference;
        }
        String section = reference.substring(PREFIX.length(), slash);
        int end = reference.indexOf('/', slash + 1);
        String name = end < 0 ? reference.substring(slash + 1) : reference.substring(slash + 1, end);
        String rest = end < 0 ? "" : reference.substring(end);
        return PREFIX + section + "/" + component(section, name) + rest;
    }
}
