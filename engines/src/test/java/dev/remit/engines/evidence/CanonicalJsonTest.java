package dev.remit.engines.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** The sorting example of RFC 8785, section 3.2.3: UTF-16 code units, so the emoji stands before U+FB33. */
    @Test
    void sortsKeysByUtf16CodeUnits() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.text(members));
    }

    /** The string and literals of RFC 8785, section 3.2.2. */
    @Test
    void escapesOnlyWhatMustBeEscaped() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("string", "\u20ac$\u000f\nA'B\"\\\\\"/");
        members.put("literals", Arrays.asList(null, true, false));
        assertEquals(
                "{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.text(members));
    }

    @Test
    void writesUtf8() {
        assertArrayEquals(new byte[] {'"', (byte) 0xe2, (byte) 0x82, (byte) 0xac, '"'}, CanonicalJson.bytes("\u20ac"));
    }

    static List<Arguments> wholeNumbers() {
        return List.of(
                Arguments.of(0L, "0"),
                Arguments.of(-5, "-5"),
                Arguments.of(new BigDecimal("-0.0"), "0"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigDecimal("2.00"), "2"),
                Arguments.of(-0.0d, "0"),
                Arguments.of(4096d, "4096"),
                Arguments.of(9_007_199_254_740_991L, "9007199254740991"),
                Arguments.of(BigInteger.valueOf(-9_007_199_254_740_991L), "-9007199254740991"));
    }

    @ParameterizedTest
    @MethodSource("wholeNumbers")
    void writesWholeNumbersAsPlainDigits(Object number, String text) {
        assertEquals(text, CanonicalJson.text(number));
    }

    static List<Arguments> refused() {
        return List.of(
                Arguments.of(0.5d, "has a fraction; write it as decimal text"),
                Arguments.of(new BigDecimal("1.25"), "has a fraction; write it as decimal text"),
                Arguments.of(Double.NaN, "is no whole number"),
                Arguments.of(9_007_199_254_740_992L, "is beyond the whole numbers that JSON keeps exactly"),
                Arguments.of(new BigDecimal("1E+999999999"), "is beyond the whole numbers that JSON keeps exactly"),
                Arguments.of("\ud83d", "holds half a character"),
                Arguments.of("\ude00\ud83d", "holds half a character"),
                Arguments.of(new Object(), "is no JSON value but a Object"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatHasNoOneForm(Object value, String problem) {
        InvalidInput fault =
                assertThrows(InvalidInput.class, () -> CanonicalJson.text(Map.of("list", List.of(1, value))));
        assertEquals("list[1]", fault.path());
        assertEquals(problem, fault.problem().substring(0, problem.length()));
    }

    @Test
    void readsWhatRfcWritersMayWrite() {
        Object value =
                CanonicalJson.parse(" {\"b\" : [1, -0, 1.50, 1e2, 2.0, \"\\u20AC\\ud83d\\ude00\\/\"],\n\"a\":null} "
                        .getBytes(StandardCharsets.UTF_8));
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("b", List.of(1L, 0L, new BigDecimal("1.50"), 100L, 2L, "\u20ac\ud83d\ude00/"));
        expected.put("a", null);
        assertEquals(expected, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "[1 2]",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\" 1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "01",
                "-",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e9999999999",
                "1e1000",
                "NaN",
                "tru",
                "'a'",
                "\"a",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "1 2",
                "// a\n1",
                "1111111111111111111111111111111111111111111111111111111111111111111"
            })
    void refusesWhatIsNoJson(String text) {
        InvalidInput fault =
                assertThrows(InvalidInput.class, () -> CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals("", fault.path());
    }

    @Test
    void refusesWhatIsNoUtf8() {
        assertThrows(InvalidInput.class, () -> CanonicalJson.parse(new byte[] {'"', (byte) 0xc3, '"'}));
        assertThrows(InvalidInput.class, () -> CanonicalJson.parse(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}));
    }

    @Test
    void refusesToBeNestedWithoutEnd() {
        String deep = "[".repeat(100_000);
        assertThrows(InvalidInput.class, () -> CanonicalJson.parse(deep.getBytes(StandardCharsets.UTF_8)));
        String allowed = "[".repeat(128) + "]".repeat(128);
        assertEquals(allowed, CanonicalJson.text(CanonicalJson.parse(allowed.getBytes(StandardCharsets.UTF_8))));
    }

    @Property
    void readsBackWhatItWrote(@ForAll("documents") Object value) {
        byte[] bytes = CanonicalJson.bytes(value);
        assertEquals(value, CanonicalJson.parse(bytes));
        assertArrayEquals(bytes, CanonicalJson.bytes(CanonicalJson.parse(bytes)));
    }

    @Provide
    Arbitrary<Object> documents() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars('a', '"', '\\', '/', '\n', '\u0000', '\u001f', '\u007f', '\u00e9', '\u2028', '\ufb33')
                .ofMaxLength(6)
                .map(text -> text + "\ud83d\ude00");
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts.asGeneric(),
                Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1).asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).asGeneric(),
                        Arbitraries.maps(texts, inner).ofMaxSize(3).asGeneric()),
                0,
                3);
    }
}
