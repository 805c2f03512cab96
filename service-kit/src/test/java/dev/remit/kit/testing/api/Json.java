package dev.remit.kit.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON trees, and places in them. Written in ASCII, so that even half a character survives the way to the server. */
final class Json {
    static final JsonNodeFactory NEW = JsonNodeFactory.withExactBigDecimals(true);

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {}

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The object that a text holds, if it is JSON and one. */
    static Optional<JsonNode> objectIn(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place in a body: names and indexes from its root. */
    record Place(List<Object> steps) {
        static final Place ROOT = new Place(List.of());

        Place of(Object step) {
            List<Object> longer = new ArrayList<>(steps);
            longer.add(step);
            return new Place(longer);
        }

        /** As problems name it. */
        String field() {
            StringBuilder text = new StringBuilder();
            for (Object step : steps) {
                if (step instanceof Integer) {
                    text.append('[').append(step).append(']');
                } else {
                    text.append(text.isEmpty() ? "" : ".").append(step);
                }
            }
            return text.isEmpty() ? "body" : text.toString();
        }

        /** A copy of a tree with another value here; null takes the member away. */
        JsonNode put(JsonNode root, JsonNode value) {
            if (steps.isEmpty()) {
                return value;
            }
            JsonNode copy = root.deepCopy();
            JsonNode parent = copy;
            for (Object step : steps.subList(0, steps.size() - 1)) {
                parent = step instanceof Integer index ? parent.get(index) : parent.get((String) step);
            }
            Object last = steps.getLast();
            if (last instanceof Integer index) {
                ((ArrayNode) parent).set(index, value);
            } else if (value == null) {
                ((ObjectNode) parent).remove((String) last);
            } else {
                ((ObjectNode) parent).set((String) last, value);
            }
            return copy;
        }

        JsonNode get(JsonNode root) {
            JsonNode found = root;
            for (Object step : steps) {
                found = step instanceof Integer index ? found.path(index) : found.path((String) step);
            }
            return found;
        }
    }
}
