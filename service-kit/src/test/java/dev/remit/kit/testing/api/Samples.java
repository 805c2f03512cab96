package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** A value of the right form for a schema: its own example, or the plainest that fits. */
final class Samples {
    private static final List<String> TEXTS = List.of(
            "x",
            "a",
            "A",
            "1",
            "P1",
            "08:30",
            "2026-06",
            "1.5",
            "125.00",
            "USD",
            "INCIDENT",
            "PUBLIC_MESSAGE",
            "0".repeat(64));

    private final ApiDocument document;

    Samples(ApiDocument document) {
        this.document = document;
    }

    JsonNode of(JsonNode unresolved) {
        JsonNode schema = document.resolve(unresolved);
        if (schema.path("examples").isArray()) {
            return schema.path("examples").get(0);
        }
        if (!Schemas.values(schema).isEmpty()) {
            return Json.NEW.textNode(Schemas.values(schema).getFirst());
        }
        return switch (Schemas.type(schema)) {
            case "string" -> Json.NEW.textNode(text(schema));
            case "integer" ->
                Json.NEW.numberNode(Math.max(1, schema.path("minimum").asLong(1)));
            case "boolean" -> Json.NEW.booleanNode(true);
            case "array" -> array(schema);
            default -> object(schema);
        };
    }

    private static String text(JsonNode schema) {
        String pattern = schema.path("pattern").asText("");
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-06-11";
            case "date-time" -> "2026-06-11T18:00:00Z";
            case "uuid" -> "0198c0de-0000-7000-8000-000000000001";
            default ->
                TEXTS.stream()
                        .filter(text -> Pattern.compile(pattern).matcher(text).find())
                        .map(text ->
                                text.repeat(Math.max(1, schema.path("minLength").asInt(1))))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No sample matches " + pattern));
        };
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = Json.NEW.arrayNode();
        for (int i = 0; i < Math.max(1, schema.path("minItems").asInt()); i++) {
            array.add(of(schema.path("items")));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = Json.NEW.objectNode();
        for (JsonNode required : schema.path("required")) {
            object.set(required.asText(), of(schema.path("properties").path(required.asText())));
        }
        if (Schemas.isMap(schema)) {
            object.set(
                    schema.has("propertyNames")
                            ? of(schema.path("propertyNames")).asText()
                            : "x",
                    of(schema.path("additionalProperties")));
        }
        return object;
    }
}
