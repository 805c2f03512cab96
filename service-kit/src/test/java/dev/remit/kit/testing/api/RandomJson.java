package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Random values: of a schema's form, or of any. */
final class RandomJson {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "\u0000",
            "\n",
            "caf\u00e9",
            "e\u0301",
            "\ud83c\udfe2",
            "\ud800",
            "\u202e",
            "\ufeff",
            "\ufffd",
            "x".repeat(300),
            "\u00e9".repeat(5_000),
            "2026-02-30",
            "2026-06-11",
            "9999-12-31",
            "0000-01-01",
            "2026-06-11T18:00:00Z",
            "9999-12-31T23:59:59.999999Z",
            "1000-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "2026-06-11T18:00:00+02:00",
            "-1",
            "0",
            "1e5",
            "1E400",
            "999999999999999.99",
            "0.001",
            "125.00",
            "-0.00",
            "NaN",
            "USD",
            "JPY",
            "XXX",
            "BHD",
            "P1",
            "true",
            "Europe/London",
            "SITE",
            "GMT+25",
            "24:00",
            "08:30",
            "25:61",
            "0198c0de-0000-7000-8000-000000000001",
            "0198C0DE-0000-7000-8000-000000000001",
            "whitfield-crane",
            "cw",
            "owner",
            "' OR '1'='1",
            "%",
            "_",
            "\\",
            "../..",
            "<script>",
            "${7*7}",
            "=1+1",
            "4.2",
            "office-move",
            "ONSITE",
            "EXTRA");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "2",
            "59",
            "60",
            "1440",
            "525600",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "1e2",
            "1.0",
            "1.5",
            "1e-7",
            "1e400",
            "123456789012345678901234567890");

    private final ApiDocument document;
    private final Samples samples;
    private final Random random;

    RandomJson(ApiDocument document, Random random) {
        this.document = document;
        this.samples = new Samples(document);
        this.random = random;
    }

    String anyText() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    JsonNode anything() {
        return switch (random.nextInt(8)) {
            case 0 -> Json.NEW.nullNode();
            case 1 -> Json.NEW.booleanNode(random.nextBoolean());
            case 2, 3 -> Json.read(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 4 ->
                random.nextBoolean()
                        ? Json.NEW.arrayNode()
                        : Json.NEW.arrayNode().add(anything());
            case 5 ->
                random.nextBoolean()
                        ? Json.NEW.objectNode()
                        : Json.NEW.objectNode().set(anyText(), anything());
            default -> Json.NEW.textNode(anyText());
        };
    }

    /** Of the schema's form, mostly; with some of what it may leave out. */
    JsonNode of(JsonNode unresolved) {
        return of(document.resolve(unresolved), 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        if (random.nextInt(30) == 0) {
            return anything();
        }
        List<String> values = Schemas.values(schema);
        if (!values.isEmpty()) {
            return Json.NEW.textNode(values.get(random.nextInt(values.size())));
        }
        return switch (Schemas.type(schema)) {
            case "integer" -> Json.NEW.numberNode(whole(schema));
            case "boolean" -> Json.NEW.booleanNode(random.nextBoolean());
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            case "string" -> text(schema);
            default -> anything();
        };
    }

    private JsonNode text(JsonNode schema) {
        boolean free = !schema.has("pattern") && !schema.has("format");
        return free && random.nextInt(3) == 0 ? Json.NEW.textNode(anyText()) : samples.of(schema);
    }

    private long whole(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 1_000);
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextLong(Math.min(1_000, Math.max(1, most - least)));
        };
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = Json.NEW.arrayNode();
        int length = Math.max(schema.path("minItems").asInt(), random.nextInt(3));
        for (int i = 0; i < length && depth < 8; i++) {
            array.add(of(document.resolve(schema.path("items")), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        if (Schemas.isMap(schema)) {
            return (ObjectNode) samples.of(schema);
        }
        ObjectNode object = Json.NEW.objectNode();
        List<String> required = Schemas.required(schema);
        schema.path("properties").properties().forEach(property -> {
            if (depth < 8 && (required.contains(property.getKey()) || random.nextInt(3) == 0)) {
                object.set(property.getKey(), of(document.resolve(property.getValue()), depth + 1));
            }
        });
        return object;
    }
}
