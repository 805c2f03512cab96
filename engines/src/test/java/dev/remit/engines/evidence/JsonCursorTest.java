package dev.remit.engines.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Fraction;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonCursorTest {

    private static JsonCursor cursor(String json) {
        return JsonCursor.of(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsEachKindOfValue() {
        JsonCursor c = cursor("""
                {"text":"a","n":5,"yes":true,"rate":"1.5","date":"2026-06-20","at":"2026-06-20T13:00:00Z","day":"MONDAY",
                 "id":"0198c0de-0000-7000-8000-000000000001","list":["a","b"],"nothing":null}
                """);
        assertEquals("a", c.member("text").text());
        assertEquals(5, c.member("n").whole(0, 5));
        assertEquals(true, c.member("yes").flag());
        assertEquals(Fraction.of(3, 2), c.member("rate").decimal());
        assertEquals(LocalDate.parse("2026-06-20"), c.member("date").date());
        assertEquals(Instant.parse("2026-06-20T13:00:00Z"), c.member("at").instant());
        assertEquals(DayOfWeek.MONDAY, c.member("day").oneOf(DayOfWeek.class));
        assertEquals(
                "0198c0de-0000-7000-8000-000000000001", c.member("id").uuid().toString());
        assertEquals(List.of("a", "b"), c.member("list").list(JsonCursor::text));
        assertFalse(c.member("nothing").isPresent());
        assertNull(c.member("absent").optional(JsonCursor::text));
        assertEquals(List.of(), c.member("absent").elements());
        assertEquals("b", c.member("absent").or(JsonCursor::text, "b"));
    }

    static List<Arguments> faults() {
        return List.of(
                fault("{}", JsonCursor::text, "a.b[0]", "is missing"),
                fault("{\"b\":[null]}", JsonCursor::text, "a.b[0]", "is missing"),
                fault("{\"b\":[\" \"]}", JsonCursor::text, "a.b[0]", "must be text that is not blank"),
                fault("{\"b\":[5]}", JsonCursor::text, "a.b[0]", "must be text that is not blank"),
                fault("{\"b\":[\"5\"]}", c -> c.whole(0, 9), "a.b[0]", "must be a whole number"),
                fault("{\"b\":[1.5]}", c -> c.whole(0, 9), "a.b[0]", "must be a whole number"),
                fault("{\"b\":[10]}", c -> c.whole(0, 9), "a.b[0]", "must be from 0 to 9"),
                fault("{\"b\":[\"true\"]}", JsonCursor::flag, "a.b[0]", "must be true or false"),
                fault(
                        "{\"b\":[\"1e3\"]}",
                        JsonCursor::decimal,
                        "a.b[0]",
                        "must be a decimal number written as text, such as \"1.5\""),
                fault("{\"b\":[\"-1\"]}", JsonCursor::decimal, "a.b[0]", "must not be negative"),
                fault("{\"b\":[\"2026-02-30\"]}", JsonCursor::date, "a.b[0]", "must be a date such as \"2026-06-20\""),
                fault(
                        "{\"b\":[\"2026-02-20\"]}",
                        JsonCursor::instant,
                        "a.b[0]",
                        "must be an instant such as \"2026-06-20T13:00:00Z\""),
                fault("{\"b\":[\"1-1-1-1-1\"]}", JsonCursor::uuid, "a.b[0]", "must be a UUID"),
                fault("{\"b\":[[]]}", c -> c.member("x"), "a.b[0]", "must be an object"),
                fault("{\"b\":[{}]}", JsonCursor::elements, "a.b[0]", "must be a list"));
    }

    private static Arguments fault(String json, Function<JsonCursor, ?> reader, String path, String problem) {
        return Arguments.of(json, reader, path, problem);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesThePlaceOfAFault(String json, Function<JsonCursor, ?> reader, String path, String problem) {
        JsonCursor list = cursor("{\"a\":" + json + "}").member("a").member("b");
        JsonCursor place = list.isPresent()
                ? list.elements().getFirst()
                : cursor("{\"a\":{\"b[0]\":null}}").member("a").member("b[0]");
        InvalidInput fault = assertThrows(InvalidInput.class, () -> reader.apply(place));
        assertEquals(path, fault.path());
        assertEquals(problem, fault.problem());
        assertEquals(path + " " + problem, fault.getMessage());
    }

    @Test
    void listsTheNamesOfAnEnum() {
        InvalidInput fault = assertThrows(
                InvalidInput.class,
                () -> cursor("{\"day\":\"monday\"}").member("day").oneOf(DayOfWeek.class));
        assertEquals(
                "must be one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]", fault.problem());
    }

    @Test
    void namesOfMembersAreHeldToWhatANameIs() {
        assertEquals(
                Set.of("ONSITE", "n".repeat(200)),
                cursor("{\"ONSITE\":1,\"" + "n".repeat(200) + "\":2}")
                        .namedMembers()
                        .keySet());
        assertEquals(Set.of(), cursor("{}").member("rates").namedMembers().keySet());
        for (String name : List.of("n".repeat(201), "\\u0000", "a\\nb")) {
            JsonCursor place = cursor("{\"rates\":{\"" + name + "\":1}}").member("rates");
            InvalidInput fault = assertThrows(InvalidInput.class, place::namedMembers);
            assertEquals("rates", fault.path());
        }
    }

    @Test
    void refusesMembersItDoesNotKnow() {
        JsonCursor place = cursor("{\"card\":{\"rate\":1,\"rabatt\":2}}").member("card");
        InvalidInput fault = assertThrows(InvalidInput.class, () -> place.onlyMembers(Set.of("rate")));
        assertEquals("card.rabatt", fault.path());
    }

    @Test
    void aFaultIsSeenFromTheEnclosingDocument() {
        assertEquals(
                "entries[2].end",
                new InvalidInput("end", "is missing").under("entries[2]").path());
        assertEquals(
                "weekly[0]",
                new InvalidInput("[0]", "is missing").under("weekly").path());
        assertEquals(
                "calendar", new InvalidInput("", "is missing").under("calendar").path());
        assertEquals("end", new InvalidInput("end", "is missing").under("").path());
    }
}
