package dev.remit.engines.evidence;

import dev.remit.engines.InvalidInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict reader of JSON text (RFC 8259 within the limits of I-JSON). */
final class JsonText {

    private static final int DEEPEST = 128;
    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 999;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static Object parse(byte[] utf8) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInput("", "The document is not UTF-8");
        }
        JsonText reader = new JsonText(text);
        reader.skipSpace();
        Object value = reader.value(0);
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.fault("nothing may follow the document");
        }
        return value;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw fault("nested too deep");
        }
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> literal("true", Boolean.TRUE);
            case 'f' -> literal("false", Boolean.FALSE);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            skipSpace();
            if (peek() != '"') {
                throw fault("a key is expected");
            }
            String key = string();
            if (members.containsKey(key)) {
                throw fault("the key \"" + key + "\" stands twice in one object");
            }
            skipSpace();
            expect(':');
            skipSpace();
            members.put(key, value(depth + 1));
            skipSpace();
            if (endsWith('}')) {
                return members;
            }
        }
    }

    private List<Object> array(int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return elements;
        }
        while (true) {
            skipSpace();
            elements.add(value(depth + 1));
            skipSpace();
            if (endsWith(']')) {
                return elements;
            }
        }
    }

    private boolean endsWith(char closing) {
        if (peek() == closing) {
            at++;
            return true;
        }
        expect(',');
        return false;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        int from = at;
        while (true) {
            char c = peek();
            if (c == '"') {
                value.append(text, from, at++);
                return checked(value);
            }
            if (c < ' ') {
                throw fault("a control character must be escaped");
            }
            at++;
            if (c == '\\') {
                value.append(text, from, at - 1).append(escaped());
                from = at;
            }
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw fault("no such escape");
        };
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw fault("four hex digits are expected");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private String checked(CharSequence value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (!Character.isSurrogatePair(value.charAt(i), i + 1 < value.length() ? value.charAt(i + 1) : ' ')) {
                    throw fault("half a character (a lone surrogate)");
                }
                i++;
            }
        }
        return value.toString();
    }

    private Object literal(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw fault("a value is expected");
        }
        at += word.length();
        return meaning;
    }

    private Object number() {
        int from = at;
        skipIf('-');
        if (!skipIf('0')) {
            digits("a value is expected");
        }
        boolean whole = true;
        if (skipIf('.')) {
            digits("a digit must follow the point");
            whole = false;
        }
        int exponentAt = at;
        if (skipIf('e') || skipIf('E')) {
            if (!skipIf('-')) {
                skipIf('+');
            }
            digits("a digit must follow the exponent");
            whole = false;
        }
        if (at - from > LONGEST_NUMBER) {
            throw fault("the number is too long");
        }
        if (!whole && at > exponentAt && Math.abs(new BigInteger(exponent(exponentAt)).intValue()) > LARGEST_EXPONENT) {
            throw fault("the exponent is too large");
        }
        return whole ? integral(new BigInteger(text.substring(from, at))) : decimal(text.substring(from, at));
    }

    private String exponent(int exponentAt) {
        String digits = text.substring(exponentAt + 1, at);
        return digits.length() > 8 ? "99999" : digits;
    }

    private static Object decimal(String digits) {
        BigDecimal value = new BigDecimal(digits);
        if (value.signum() == 0) {
            return 0L;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() > 0 ? value : integral(stripped.toBigIntegerExact());
    }

    private static Object integral(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
    }

    private void digits(String otherwise) {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw fault(otherwise);
        }
    }

    private boolean skipIf(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw fault("'" + c + "' is expected");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault("the document ends too early");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private InvalidInput fault(String problem) {
        return new InvalidInput("", "The document is no JSON: " + problem + " (at character " + at + ")");
    }
}
