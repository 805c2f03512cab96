package dev.remit.engines.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.sla.ClockKind;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    /** One of each kind of value. */
    record Values(
            String text,
            Long n,
            Boolean yes,
            Fraction rate,
            LocalDate date,
            Instant at,
            DayOfWeek day,
            UUID id,
            List<String> list,
            Values inner,
            Map<Band, Long> bands,
            Map<ClockKind, String> clocks,
            Integer small,
            String nothing) {}

    /** What must be there, and what is false where it is not. */
    record Required(long n, boolean flag) {}

    private static JsonNode json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsEachKindOfValue() {
        Values values = Json.read(json("""
                {"text":"a","n":5,"yes":true,"rate":"1.5","date":"2026-06-20","at":"2026-06-20T13:00:00Z","day":"MONDAY",
                 "id":"0198c0de-0000-7000-8000-000000000001","list":["a","b"],"nothing":null,"small":-7,
                 "bands":{"HOLIDAY":2.0},"clocks":{"PLAN":"x"},"unknown":{"a":[null]}}
                """), Values.class);
        assertEquals("a", values.text());
        assertEquals(5, values.n());
        assertEquals(true, values.yes());
        assertEquals(Fraction.of(3, 2), values.rate());
        assertEquals(LocalDate.parse("2026-06-20"), values.date());
        assertEquals(Instant.parse("2026-06-20T13:00:00Z"), values.at());
        assertEquals(DayOfWeek.MONDAY, values.day());
        assertEquals("0198c0de-0000-7000-8000-000000000001", values.id().toString());
        assertEquals(List.of("a", "b"), values.list());
        assertEquals(Map.of(Band.HOLIDAY, 2L), values.bands());
        assertEquals(Map.of(ClockKind.PLAN, "x"), values.clocks());
        assertEquals(-7, values.small());
        assertNull(values.nothing());
        assertNull(values.inner());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"list":[null]}                | list[0]       | is missing
        {"list":[" "]}                 | list[0]       | must be text that is not blank
        {"list":[5]}                   | list[0]       | must be text that is not blank
        {"text":true}                  | text          | must be text that is not blank
        {"n":"5"}                      | n             | must be a whole number
        {"n":1.5}                      | n             | must be a whole number
        {"n":99999999999999999999}     | n             | must be a whole number
        {"n":true}                     | n             | must be a whole number
        {"small":2147483648}           | small         | must be from -2147483648 to 2147483647
        {"yes":"true"}                 | yes           | must be true or false
        {"yes":1}                      | yes           | must be true or false
        {"rate":"1e3"}                 | rate          | must be a decimal number written as text, such as "1.5"
        {"rate":"-1"}                  | rate          | must not be negative
        {"rate":1}                     | rate          | must be text that is not blank
        {"date":"2026-02-30"}          | date          | must be a date such as "2026-06-20"
        {"date":[2026,2,3]}            | date          | must be text that is not blank
        {"at":"2026-02-20"}            | at            | must be an instant such as "2026-06-20T13:00:00Z"
        {"at":1781960400}              | at            | must be text that is not blank
        {"id":"1-1-1-1-1"}             | id            | must be a UUID
        {"id":"AZjA3gAAcACAAAAAAAAAoQ=="} | id         | must be a UUID
        {"day":"monday"}               | day           | must be one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]
        {"day":" MONDAY"}              | day           | must be one of [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY]
        {"day":0}                      | day           | must be text that is not blank
        {"day":""}                     | day           | must be text that is not blank
        {"inner":[]}                   | inner         | must be an object
        {"inner":"a"}                  | inner         | must be an object
        {"inner":""}                   | inner         | must be an object
        {"list":{}}                    | list          | must be a list
        {"list":"a"}                   | list          | must be a list
        {"inner":{"inner":{"n":"x"}}}  | inner.inner.n | must be a whole number
        {"bands":{"SUNDAY":1}}         | bands.SUNDAY  | is no band
        {"bands":{"HOLIDAY":null}}     | bands.HOLIDAY | is missing
        {"clocks":{"REPAIR":"x"}}      | clocks.REPAIR | is no clock
        """)
    void namesThePlaceOfAFault(String text, String path, String problem) {
        InvalidInput fault = assertThrows(InvalidInput.class, () -> Json.read(json(text), Values.class));
        assertEquals(path, fault.path());
        assertEquals(problem, fault.problem());
        assertEquals(path + " " + problem, fault.getMessage());
        assertEquals(
                "a." + path,
                assertThrows(InvalidInput.class, () -> Json.read(json(text), Values.class, "a"))
                        .path());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {}           | n
        {"n":null}   | n
        {"flag":true}| n
        """)
    void whatMustBeThereIsMissed(String text, String path) {
        InvalidInput fault = assertThrows(InvalidInput.class, () -> Json.read(json(text), Required.class));
        assertEquals(path, fault.path());
        assertEquals("is missing", fault.problem());
        assertEquals(new Required(1, false), Json.read(json("{\"n\":1,\"flag\":null}"), Required.class));
    }

    @Test
    void aDocumentOfAnotherKindIsRefused() {
        for (String text : List.of("[]", "null", "\"a\"", "5")) {
            InvalidInput fault = assertThrows(InvalidInput.class, () -> Json.read(json(text), Values.class));
            assertEquals("", fault.path());
        }
        assertThrows(InvalidInput.class, () -> Json.parseObject("[]".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void strictlyReadNamesAreHeldToWhatANameIs() {
        String longest = "n".repeat(200);
        assertEquals(
                longest,
                Json.readStrictly(json("{\"text\":\"" + longest + "\"}"), Values.class)
                        .text());
        for (String name : List.of("n".repeat(201), "a\\u0000", "a\\nb")) {
            JsonNode value = json("{\"text\":\"" + name + "\"}");
            assertEquals(
                    "text",
                    assertThrows(InvalidInput.class, () -> Json.readStrictly(value, Values.class))
                            .path());
            Json.read(value, Values.class);
            JsonNode key = json("{\"rates\":{\"" + name + "\":1}}");
            assertEquals(
                    "rates",
                    assertThrows(InvalidInput.class, () -> Json.readStrictly(key, Rates.class))
                            .path());
        }
    }

    /** An object whose members name things. */
    record Rates(Map<String, Long> rates) {}

    @Test
    void strictlyReadMembersMustBeKnown() {
        InvalidInput fault = assertThrows(
                InvalidInput.class,
                () -> Json.readStrictly(json("{\"inner\":{\"text\":\"a\",\"rabatt\":2}}"), Values.class));
        assertEquals("inner.rabatt", fault.path());
        assertEquals("is not a field that is known here", fault.problem());
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        Values values = new Values(
                "",
                0L,
                false,
                Fraction.parse("0.10"),
                LocalDate.parse("2026-06-20"),
                null,
                DayOfWeek.MONDAY,
                null,
                List.of(),
                null,
                Map.of(),
                null,
                0,
                null);
        assertEquals(
                json(
                        "{\"text\":\"\",\"n\":0,\"yes\":false,\"rate\":\"0.1\",\"date\":\"2026-06-20\",\"day\":\"MONDAY\",\"small\":0}"),
                Json.tree(values));
    }

    @Test
    void oneWholeNumberIsOneValue() {
        assertEquals(json("[2,2,2,0]"), json("[2.0,2e0,0.2e1,-0.0]"));
        assertEquals(json("[2,2,2]"), Json.tree(List.of(2, 2L, 2.0)));
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
