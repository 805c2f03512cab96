package dev.remit.engines.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static ObjectNode json(String text) {
        return Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode again(ObjectNode before, ObjectNode after) {
        Difference difference = Difference.between(before, after);
        return Difference.apply(before, json(CanonicalJson.text(difference)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        nothing changed        | {"a":1}                      | {"a":1}                      | {}
        a member is new        | {"a":1}                      | {"a":1,"b":"x"}              | {"set":{"b":"x"}}
        a member is gone       | {"a":1,"b":"x"}              | {"a":1}                      | {"drop":["b"]}
        members gone, by name  | {"b":1,"c":2,"a":3}          | {"c":2}                      | {"drop":["a","b"]}
        a member is otherwise  | {"a":1}                      | {"a":2}                      | {"set":{"a":2}}
        null is a value        | {"a":1}                      | {"a":null}                   | {"set":{"a":null}}
        within a member        | {"a":{"b":"long enough","c":1,"dddddddd":"stays"}} | {"a":{"b":"long enough","c":2,"dddddddd":"stays"}} | {"in":{"a":{"set":{"c":2}}}}
        one more at the end    | {"l":["message one","message two","message three"]} | {"l":["message one","message two","message three","four"]} | {"in":{"l":{"runs":[{"count":3,"from":0},{"add":["four"]}]}}}
        one fewer in between   | {"l":["message one","message two","message three, which is long"]} | {"l":["message one","message three, which is long"]} | {"set":{"l":["message one","message three, which is long"]}}
        the first element      | {"l":[{"key":"first of them","n":1},{"key":"second of them","n":1}]} | {"l":[{"key":"first of them","n":2},{"key":"second of them","n":1}]} | {"in":{"l":{"each":{"0":{"set":{"n":2}}}}}}
        an element within      | {"l":[{"key":"first of them","n":1},{"key":"second of them","n":1}]} | {"l":[{"key":"first of them","n":1},{"key":"second of them","n":2}]} | {"in":{"l":{"each":{"1":{"set":{"n":2}}}}}}
        """)
    void says(String what, String before, String after, String difference) {
        assertEquals(difference, CanonicalJson.text(Difference.between(json(before), json(after))), what);
        assertEquals(json(after), again(json(before), json(after)), what);
    }

    @Property
    void givesTheLaterStateFromTheEarlierOne(@ForAll("states") ObjectNode before, @ForAll("states") ObjectNode after) {
        assertEquals(json(CanonicalJson.text(after)), again(before, json(CanonicalJson.text(after))));
    }

    @Provide
    Arbitrary<ObjectNode> states() {
        return objects(3).map(state -> json(CanonicalJson.text(state)));
    }

    private static Arbitrary<Map<String, Object>> objects(int depth) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), values(depth))
                .ofMaxSize(4);
    }

    private static Arbitrary<Object> values(int depth) {
        Arbitrary<Object> plain = Arbitraries.of("x", "a text that is longer than its place", 1L, 2L, true);
        return depth == 0
                ? plain
                : Arbitraries.oneOf(
                        plain,
                        objects(depth - 1).map(object -> object),
                        values(depth - 1).list().ofMaxSize(6).map(list -> list));
    }

    @Test
    void growsWithWhatHappensAndNotWithWhatStands() {
        List<Object> messages = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            messages.add(Map.of("key", "m" + i, "at", "2026-06-11T18:00:00Z"));
        }
        ObjectNode before = json(CanonicalJson.text(Map.of("messages", messages)));
        messages.add(700, Map.of("key", "late", "at", "2026-06-11T17:00:00Z"));
        messages.remove(12);
        ObjectNode after = json(CanonicalJson.text(Map.of("messages", messages)));
        String difference = CanonicalJson.text(Difference.between(before, after));
        assertTrue(difference.length() < 200, difference);
        assertEquals(after, again(before, after));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"in":{"l":{"runs":[{"from":1,"count":2}]}}}
        {"in":{"l":{"each":{"2":{}}}}}
        {"in":{"l":{"each":{"-1":{}}}}}
        {"in":{"l":{"each":{"x":{}}}}}
        {"in":{"l":{"set":{"a":1}}}}
        {"in":{"none":{"set":{"a":1}}}}
        """)
    void whatDoesNotFitIsRefused(String difference) {
        assertThrows(InvalidInput.class, () -> Difference.apply(json("{\"l\":[{},{}]}"), json(difference)));
    }
}
