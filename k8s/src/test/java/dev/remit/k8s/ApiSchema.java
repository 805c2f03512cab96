package dev.remit.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the API server of Kubernetes 1.34 takes: its own published definitions of the kinds that we might use, without their
 * descriptions. Each field has its one type, and a field that is not defined is refused.
 */
final class ApiSchema {
    private static final JsonNode DOCUMENT = document();
    private static final Map<String, JsonSchema> KINDS = new HashMap<>();

    private ApiSchema() {}

    /** @return what is wrong with an object, each with the path of the field; empty for one that is in order */
    static List<String> faults(JsonNode object) {
        String kind = object.path("kind").asText();
        String definition = DOCUMENT.path("kinds").path(kind).asText("");
        if (definition.isEmpty()) {
            return List.of("the kind \"" + kind + "\" is none that Remit uses");
        }
        return KINDS.computeIfAbsent(definition, ApiSchema::schema).validate(object).stream()
                .map(fault -> kind + " " + object.at("/metadata/name").asText() + ": " + fault.getMessage())
                .sorted()
                .toList();
    }

    private static JsonSchema schema(String definition) {
        ObjectNode root = DOCUMENT.deepCopy();
        root.remove("kinds");
        ArrayNode demands = root.putArray("allOf");
        demands.addObject().put("$ref", "#/definitions/" + definition);
        demands.addObject().putArray("required").add("apiVersion").add("kind").add("metadata");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(root);
    }

    private static JsonNode document() {
        try (InputStream file = ApiSchema.class.getResourceAsStream("/kubernetes-schema.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
