package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.remit.kit.testing.api.Json.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every way in which exactly one field of a right body can be wrong, by the schema of the body. */
final class Breakages {
    private static final int DEPTH = 8;
    private static final int LONGEST_LIST = 2_000;
    private static final String HUGE = "x".repeat(100_000);

    /**
     * @param field as the problem must name it
     * @param how what is wrong, for a person
     */
    record Broken(String field, String how, String body) {}

    private final ApiDocument document;
    private final Samples samples;
    private final List<Broken> found = new ArrayList<>();

    private Breakages(ApiDocument document) {
        this.document = document;
        this.samples = new Samples(document);
    }

    static List<Broken> of(ApiDocument document, JsonNode schema, JsonNode body) {
        Breakages breakages = new Breakages(document);
        breakages.walk(schema, body, Place.ROOT, true);
        return breakages.found;
    }

    private void walk(JsonNode unresolved, JsonNode body, Place place, boolean required) {
        JsonNode schema = document.resolve(unresolved);
        if (place.steps().size() > DEPTH) {
            return;
        }
        wrongTypes(schema, body, place, required);
        switch (Schemas.type(schema)) {
            case "string" -> texts(schema, body, place);
            case "integer" -> numbers(schema, body, place);
            case "array" -> list(schema, body, place);
            case "object" -> object(schema, body, place);
            default -> {
                // A truth value has no other way to be wrong, and what may be anything has none.
            }
        }
    }

    private void wrongTypes(JsonNode schema, JsonNode body, Place place, boolean required) {
        String type = Schemas.type(schema);
        if (type.equals("any")) {
            return;
        }
        add(type, "string", body, place, Json.NEW.textNode("5"));
        add(type, "integer", body, place, Json.NEW.numberNode(5));
        add(type, "boolean", body, place, Json.NEW.booleanNode(true));
        add(type, "array", body, place, Json.NEW.arrayNode());
        add(type, "object", body, place, Json.NEW.objectNode());
        if (required && !Schemas.allowsNull(schema)) {
            broken("is null", body, place, Json.NEW.nullNode());
        }
    }

    private void add(String type, String given, JsonNode body, Place place, JsonNode value) {
        if (!type.equals(given)) {
            broken(given + " for " + type, body, place, value);
        }
    }

    private void texts(JsonNode schema, JsonNode body, Place place) {
        String right = place.get(body).asText();
        broken("holds NUL", body, place, Json.NEW.textNode(right + "\u0000"));
        broken("holds a bell", body, place, Json.NEW.textNode(right + "\u0007"));
        broken("holds half a character", body, place, Json.NEW.textNode(right + "\ud800"));
        broken("holds the other half", body, place, Json.NEW.textNode("\udc00" + right));
        broken("is huge", body, place, Json.NEW.textNode(HUGE));
        if (schema.has("maxLength")) {
            broken(
                    "is a letter too long",
                    body,
                    place,
                    Json.NEW.textNode("x".repeat(1 + schema.path("maxLength").asInt())));
        }
        if (schema.path("minLength").asInt() > 0 || notEmpty(schema)) {
            broken("is empty", body, place, Json.NEW.textNode(""));
        }
        if (notEmpty(schema)) {
            broken("is blank", body, place, Json.NEW.textNode(" \t "));
        }
        if (!Schemas.values(schema).isEmpty() || schema.has("format")) {
            broken("is no value", body, place, Json.NEW.textNode("NO-SUCH-VALUE"));
        }
    }

    private static boolean notEmpty(JsonNode schema) {
        return !Schemas.values(schema).isEmpty()
                || schema.has("format")
                || (schema.has("pattern")
                        && !Pattern.compile(schema.path("pattern").asText())
                                .matcher(" \t ")
                                .find());
    }

    private void numbers(JsonNode schema, JsonNode body, Place place) {
        broken("is a fraction", body, place, Json.NEW.numberNode(new BigDecimal("1.5")));
        broken("is huge", body, place, Json.NEW.numberNode(BigInteger.TEN.pow(30)));
        broken(
                "is hugely negative",
                body,
                place,
                Json.NEW.numberNode(BigInteger.TEN.pow(30).negate()));
        if (schema.has("minimum")) {
            broken(
                    "is too small",
                    body,
                    place,
                    Json.NEW.numberNode(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            broken(
                    "is too large",
                    body,
                    place,
                    Json.NEW.numberNode(schema.path("maximum").asLong() + 1));
        }
    }

    private void list(JsonNode schema, JsonNode body, Place place) {
        JsonNode sample = place.get(body).isEmpty()
                ? samples.of(schema.path("items"))
                : place.get(body).get(0);
        if (schema.has("maxItems") && schema.path("maxItems").asInt() <= LONGEST_LIST) {
            ArrayNode tooMany = Json.NEW.arrayNode();
            for (int i = 0; i <= schema.path("maxItems").asInt(); i++) {
                tooMany.add(sample);
            }
            broken("is too long", body, place, tooMany);
        }
        if (schema.path("minItems").asInt() > 0) {
            broken("is empty", body, place, Json.NEW.arrayNode());
        }
        JsonNode filled =
                place.get(body).isEmpty() ? place.put(body, Json.NEW.arrayNode().add(sample)) : body;
        walk(schema.path("items"), filled, place.of(0), true);
    }

    private void object(JsonNode schema, JsonNode body, Place place) {
        if (Schemas.isMap(schema)) {
            JsonNode filled = place.get(body).isEmpty() ? place.put(body, samples.of(schema)) : body;
            String key = place.get(filled).fieldNames().next();
            walk(schema.path("additionalProperties"), filled, place.of(key), true);
            return;
        }
        if (schema.has("properties")) {
            Place unknown = place.of("noSuchField");
            broken("is unknown", body, unknown, Json.NEW.textNode("x"));
        }
        List<String> required = Schemas.required(schema);
        schema.path("properties").properties().forEach(property -> {
            Place member = place.of(property.getKey());
            boolean needed = required.contains(property.getKey());
            if (needed) {
                found.add(new Broken(member.field(), "is missing", Json.text(member.put(body, null))));
            }
            boolean there = !member.get(body).isMissingNode();
            walk(property.getValue(), there ? body : member.put(body, samples.of(property.getValue())), member, needed);
        });
    }

    private void broken(String how, JsonNode body, Place place, JsonNode value) {
        found.add(new Broken(place.field(), how, Json.text(place.put(body, value))));
    }
}
