package dev.remit.engines.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes JSON, values and records. What is absent is null in a record and is left out of the text, as are
 * empty lists and objects, unless a record says otherwise of a component.
 */
public final class Json {

    private static final int DEEPEST = 128;
    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.FAIL_ON_NAN_TO_BIG_DECIMAL_COERCION)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .withConfigOverride(
                    String.class,
                    text -> text.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)))
            .addModule(new StrictTypes())
            .nodeFactory(new WholeNumbers())
            .build();

    private static final ObjectReader STRICT = MAPPER.reader()
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withAttribute(StrictTypes.NAMES, true);

    private Json() {}

    /**
     * Reads one JSON document. Whole numbers are {@code Long} (or {@code BigInteger}) however they are written, other
     * numbers {@code BigDecimal}.
     *
     * @param utf8 the document; it need not be canonical
     * @throws InvalidInput if it is no JSON, no UTF-8, nested more than 128 deep, or has a key twice or a lone surrogate
     */
    public static JsonNode parse(byte[] utf8) {
        try {
            JsonNode document = MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
            if (document.isMissingNode()) {
                throw noJson("it is empty");
            }
            check(document);
            return document;
        } catch (CharacterCodingException e) {
            throw new InvalidInput("", "The document is not UTF-8");
        } catch (NumberFormatException e) {
            throw noJson("the exponent is too large");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw noJson(JsonFaults.ofSyntax(e) + (at == null ? "" : " (at character " + at.getCharOffset() + ")"));
        }
    }

    /**
     * Reads one JSON document that must be an object.
     *
     * @throws InvalidInput as {@link #parse}, and for any other value
     */
    public static ObjectNode parseObject(byte[] utf8) {
        if (parse(utf8) instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidInput("", "must be an object");
    }

    /**
     * A record of this type from a value; members that it does not know are left alone.
     *
     * @throws InvalidInput naming the place, as {@code scopeRules[2].treatment}
     */
    public static <T> T read(JsonNode value, Class<T> type) {
        return read(MAPPER.reader(), value, type);
    }

    /**
     * As {@link #read(JsonNode, Class)}, of a part of a document.
     *
     * @param place where the value stands, as {@code lines[3]}
     */
    public static <T> T read(JsonNode value, Class<T> type, String place) {
        try {
            return read(value, type);
        } catch (InvalidInput fault) {
            throw fault.under(place);
        }
    }

    /**
     * As {@link #read(JsonNode, Class)}, where a member that is not known is refused, and every text and key names
     * something: it has at most 200 characters and none of them is a control character.
     */
    public static <T> T readStrictly(JsonNode value, Class<T> type) {
        return read(STRICT, value, type);
    }

    private static <T> T read(ObjectReader reader, JsonNode value, Class<T> type) {
        if (value.isNull() || value.isMissingNode()) {
            throw new InvalidInput("", "is missing");
        }
        try {
            return reader.treeToValue(value, type);
        } catch (JsonProcessingException e) {
            throw JsonFaults.of(e);
        }
    }

    /**
     * The JSON of a record, or of maps, collections, text, numbers and the like.
     *
     * @throws InvalidInput naming the place of an object that has no JSON form
     */
    public static JsonNode tree(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        try {
            return MAPPER.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof JsonProcessingException fault ? JsonFaults.of(fault) : e;
        }
    }

    /** The same for a value whose JSON is an object. */
    public static ObjectNode object(Object value) {
        return (ObjectNode) tree(value);
    }

    /** An object with the same members, which can be put and removed without changing the other. */
    public static ObjectNode copy(ObjectNode object) {
        return object.objectNode().setAll(object);
    }

    /** A value as maps in the order of the text, lists, text, {@code Long}, {@code Boolean} and null. */
    public static Object plain(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                value.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
                yield members;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>(value.size());
                value.forEach(element -> elements.add(plain(element)));
                yield elements;
            }
            case STRING -> value.textValue();
            case NUMBER -> value.numberValue();
            case BOOLEAN -> value.booleanValue();
            default -> null;
        };
    }

    /**
     * One JSON object as a map that may be changed, of such values as {@link #plain} gives.
     *
     * @throws InvalidInput as {@link #parseObject} does
     */
    public static Map<String, Object> members(byte[] utf8) {
        Map<String, Object> members = new LinkedHashMap<>();
        parseObject(utf8).properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
        return members;
    }

    /** What JSON allows and the canonical form never could have. */
    private static void check(JsonNode value) {
        if (value.isTextual()) {
            checkText(value.textValue());
        } else if (value.isBigDecimal()) {
            if (Math.abs((long) value.decimalValue().precision()
                            - value.decimalValue().scale())
                    > LARGEST_EXPONENT) {
                throw noJson("the exponent is too large");
            }
        } else {
            value.fieldNames().forEachRemaining(Json::checkText);
            value.forEach(Json::check);
        }
    }

    private static void checkText(String text) {
        if (!isWellFormed(text)) {
            throw noJson("half a character (a lone surrogate)");
        }
    }

    /** Whether no half of a character stands alone in a text: such a one has no UTF-8. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static InvalidInput noJson(String problem) {
        return new InvalidInput("", "The document is no JSON: " + problem);
    }
}
