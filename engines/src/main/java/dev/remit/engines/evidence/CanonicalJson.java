package dev.remit.engines.evidence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * Writes JSON in the canonical form of RFC 8785, so that one value has one row of bytes and one hash.
 *
 * <p>Of numbers only whole ones within ±(2<sup>53</sup> − 1) are written, which every JSON reader keeps exactly and for
 * which the RFC's form is the plain digits; anything finer (money, rates, percentages) travels as decimal text. A
 * fraction in a number is refused and not rounded.
 */
public final class CanonicalJson {

    private static final BigInteger LARGEST = BigInteger.valueOf((1L << 53) - 1);

    /** The RFC escapes in lower case. */
    private static final JsonFactory TEXT =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private CanonicalJson() {}

    /**
     * The canonical text of a value: JSON, a record, or maps, collections and plain values.
     *
     * @throws InvalidInput naming the place of a value that has no canonical form here: a fraction, a number too large,
     *     a lone surrogate, an object of another kind
     */
    public static String text(Object value) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = TEXT.createGenerator(text)) {
            write(Json.tree(value), "", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The canonical text in UTF-8: the bytes that are hashed and stored. */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The SHA-256 of the canonical bytes, in lower-case hex. */
    public static String hash(Object value) {
        return Sha256.hex(bytes(value));
    }

    /**
     * Reads one JSON document into maps in the order of the text, lists, text, {@code Long} and so on.
     *
     * @param utf8 the document; it need not be canonical
     * @throws InvalidInput as {@link Json#parse} does
     */
    public static Object parse(byte[] utf8) {
        return Json.plain(Json.parse(utf8));
    }

    private static void write(JsonNode value, String path, JsonGenerator out) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, path, out);
            case ARRAY -> {
                out.writeStartArray();
                for (int i = 0; i < value.size(); i++) {
                    write(value.get(i), path + "[" + i + "]", out);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(whole(value.textValue(), path));
            case NUMBER -> out.writeNumber(whole(value, path));
            case BOOLEAN -> out.writeBoolean(value.booleanValue());
            case NULL -> out.writeNull();
            default -> throw new InvalidInput(path, "is no JSON value");
        }
    }

    /** In the order of the keys' UTF-16 code units, which is that of Java's text. */
    private static void writeObject(JsonNode object, String path, JsonGenerator out) throws IOException {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.fields().forEachRemaining(member -> sorted.put(member.getKey(), member.getValue()));
        out.writeStartObject();
        for (var member : sorted.entrySet()) {
            String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            out.writeFieldName(whole(member.getKey(), inner));
            write(member.getValue(), inner, out);
        }
        out.writeEndObject();
    }

    private static long whole(JsonNode number, String path) {
        if (number.isFloatingPointNumber() && !number.isBigDecimal() && !Double.isFinite(number.doubleValue())) {
            throw new InvalidInput(path, "is no whole number");
        }
        BigInteger value = number.isIntegralNumber() ? number.bigIntegerValue() : whole(number.decimalValue(), path);
        if (value.abs().compareTo(LARGEST) > 0) {
            throw new InvalidInput(path, "is beyond the whole numbers that JSON keeps exactly; write it as text");
        }
        return value.longValueExact();
    }

    private static BigInteger whole(BigDecimal number, String path) {
        if (number.signum() != 0 && number.precision() - number.scale() > LARGEST.bitLength()) {
            return LARGEST.add(BigInteger.ONE);
        }
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new InvalidInput(path, "has a fraction; write it as decimal text");
        }
    }

    private static String whole(String text, String path) {
        if (!Json.isWellFormed(text)) {
            throw new InvalidInput(path, "holds half a character (a lone surrogate)");
        }
        return text;
    }
}
