package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An OpenAPI document, for tests that walk every operation of it. */
public final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    public static ApiDocument parse(String json) {
        return new ApiDocument(Json.read(json));
    }

    public List<ApiOperation> operations() {
        List<ApiOperation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(new ApiOperation(
                        this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    JsonNode root() {
        return root;
    }

    /** The schema that a reference leads to, with what stands beside the reference; any other schema as it is. */
    JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        if (!reference.isTextual()) {
            return schema;
        }
        ObjectNode beside = schema.deepCopy();
        beside.remove("$ref");
        ObjectNode target = resolve(root.at(reference.asText().substring(1))).deepCopy();
        beside.properties().stream()
                .filter(member -> !target.has(member.getKey()))
                .forEach(member -> target.set(member.getKey(), member.getValue()));
        return target;
    }
}
