package dev.remit.engines.evidence;

import dev.remit.engines.InvalidInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes and reads JSON in the canonical form of RFC 8785, so that one value has one row of bytes and one hash.
 *
 * <p>Values are plain: {@code Map} with text keys, {@code Collection}, {@code String}, {@code Boolean}, {@code null} and
 * numbers. Of numbers only whole ones within ±(2<sup>53</sup> − 1) are written, which every JSON reader keeps exactly and
 * for which the RFC's form is the plain digits; anything finer (money, rates, percentages) travels as decimal text. A
 * fraction in a number is refused and not rounded.
 */
public final class CanonicalJson {

    private static final long LARGEST = (1L << 53) - 1;
    private static final BigInteger LARGEST_BIG = BigInteger.valueOf(LARGEST);
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder out = new StringBuilder(512);

    private CanonicalJson() {}

    /**
     * The canonical text of a plain value.
     *
     * @throws InvalidInput naming the place of a value that has no canonical form here: a fraction, a number too large,
     *     a lone surrogate, a key that is no text, an object of another kind
     */
    public static String text(Object value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value, "");
        return writer.out.toString();
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
     * Reads one JSON document. Objects become maps in the order of the text, arrays lists, whole numbers {@code Long}
     * (or {@code BigInteger}), other numbers {@code BigDecimal}.
     *
     * @param utf8 the document; it need not be canonical
     * @throws InvalidInput if it is no JSON, no UTF-8, nested more than 128 deep, or has a key twice or a lone surrogate
     */
    public static Object parse(byte[] utf8) {
        return JsonText.parse(utf8);
    }

    private void write(Object value, String path) {
        switch (value) {
            case null -> out.append("null");
            case String s -> quote(s, path);
            case Boolean b -> out.append(b.booleanValue());
            case Number n -> out.append(whole(n, path));
            case Map<?, ?> map -> writeObject(map, path);
            case Collection<?> list -> writeArray(list, path);
            default ->
                throw new InvalidInput(
                        path, "is no JSON value but a " + value.getClass().getSimpleName());
        }
    }

    private void writeObject(Map<?, ?> map, String path) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof String key)) {
                throw new InvalidInput(path, "has a key that is no text");
            }
            sorted.put(key, member.getValue());
        }
        char before = '{';
        for (Map.Entry<String, Object> member : sorted.entrySet()) {
            String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            out.append(before);
            quote(member.getKey(), inner);
            out.append(':');
            write(member.getValue(), inner);
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void writeArray(Collection<?> list, String path) {
        out.append('[');
        int position = 0;
        for (Object element : list) {
            if (position > 0) {
                out.append(',');
            }
            write(element, path + "[" + position++ + "]");
        }
        out.append(']');
    }

    private static long whole(Number number, String path) {
        BigInteger value =
                switch (number) {
                    case Long n -> BigInteger.valueOf(n);
                    case Integer n -> BigInteger.valueOf(n);
                    case BigInteger n -> n;
                    case BigDecimal n -> unfractioned(n, path);
                    case Double n when Double.isFinite(n) -> unfractioned(new BigDecimal(n), path);
                    default -> throw new InvalidInput(path, "is no whole number");
                };
        if (value.abs().compareTo(LARGEST_BIG) > 0) {
            throw new InvalidInput(path, "is beyond the whole numbers that JSON keeps exactly; write it as text");
        }
        return value.longValueExact();
    }

    private static BigInteger unfractioned(BigDecimal number, String path) {
        if (number.signum() != 0 && number.precision() - number.scale() > LARGEST_BIG.bitLength()) {
            return LARGEST_BIG.add(BigInteger.ONE);
        }
        try {
            return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new InvalidInput(path, "has a fraction; write it as decimal text");
        }
    }

    private void quote(String text, String path) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        refuseLoneSurrogate(text, i, path);
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void refuseLoneSurrogate(String text, int i, String path) {
        char c = text.charAt(i);
        boolean paired = !Character.isSurrogate(c)
                || (Character.isHighSurrogate(c)
                        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
        if (!paired) {
            throw new InvalidInput(path, "holds half a character (a lone surrogate)");
        }
    }
}
