package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a resolved schema says. */
final class Schemas {
    private Schemas() {}

    /** The first type that is not null; an object where members are listed. */
    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        for (JsonNode one : type) {
            if (!"null".equals(one.asText())) {
                return one.asText();
            }
        }
        return type.isTextual() ? type.asText() : schema.has("properties") ? "object" : "any";
    }

    static boolean allowsNull(JsonNode schema) {
        for (JsonNode one : schema.path("type")) {
            if ("null".equals(one.asText())) {
                return true;
            }
        }
        return false;
    }

    /** The values that a text can have today; empty where it can be any. */
    static List<String> values(JsonNode schema) {
        List<String> values = new ArrayList<>();
        for (String list : List.of("enum", "x-extensible-enum")) {
            schema.path(list).forEach(value -> values.add(value.asText()));
        }
        return values;
    }

    /** Whether an object has members of any name. */
    static boolean isMap(JsonNode schema) {
        return schema.path("additionalProperties").isObject();
    }

    static List<String> required(JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Whether a text must be more than a text. */
    static boolean bounds(JsonNode schema) {
        return !schema.has("format") && (schema.has("pattern") || schema.has("maxLength"));
    }

    static boolean fits(JsonNode schema, String text) {
        return text.length() >= schema.path("minLength").asInt()
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && Pattern.compile(schema.path("pattern").asText())
                        .matcher(text)
                        .find();
    }
}
