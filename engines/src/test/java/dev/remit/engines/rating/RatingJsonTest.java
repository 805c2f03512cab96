package dev.remit.engines.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingJsonTest {

    private static final String CHICAGO = """
            {"calendar":{"zone":"America/Chicago","weekly":{"MONDAY":[["08:00","18:00"]]},"holidays":[],
                         "weekendDays":["SATURDAY","SUNDAY"]},
             "rateCard":{"currency":"USD","hourlyMinor":{"ONSITE":15000},"overageHourlyMinor":{},
               "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1.5","WEEKEND":"1.5","HOLIDAY":"2"},
               "minimumMinutes":0,"roundingMinutes":15,"roundingMode":"UP","travelFeeMinor":7500,
               "taxRatePercent":"8.25","blockBurn":"PLAIN"},
             "entries":[{"id":"t1","workType":"ONSITE","start":"2026-06-20T13:00:00Z","end":"2026-06-20T22:00:00Z",
                         "travel":true}],
             "blocks":[],"capMinor":null,"alreadyBilledMinor":0}
            """;

    private static RatingCase read(String json) {
        return Json.readStrictly(Json.parse(json.getBytes(StandardCharsets.UTF_8)), RatingCase.class);
    }

    private static String rate(String json) {
        return CanonicalJson.text(RatingEngine.rate(read(json)));
    }

    @Test
    void aSaturdayInChicago() {
        assertEquals(
                "{\"billedMinor\":210000,\"blocks\":[],\"entries\":[{\"actualSeconds\":32400,"
                        + "\"bands\":{\"WEEKEND\":540},\"billableMinutes\":540,\"id\":\"t1\",\"roundedMinutes\":540}],"
                        + "\"lines\":[{\"amountMinor\":202500,\"band\":\"WEEKEND\",\"billedMinor\":202500,"
                        + "\"blockMinutes\":0,\"chargedMinutes\":540,\"entry\":\"t1\",\"kind\":\"LABOUR\",\"minutes\":540},"
                        + "{\"amountMinor\":7500,\"band\":null,\"billedMinor\":7500,\"blockMinutes\":0,"
                        + "\"chargedMinutes\":0,\"entry\":\"t1\",\"kind\":\"TRAVEL\",\"minutes\":0}],"
                        + "\"overCapMinor\":0,\"subtotalMinor\":210000,\"taxMinor\":17325,\"totalMinor\":227325}",
                rate(CHICAGO));
    }

    @Test
    void aSaturdayInChicagoOutOfABlock() {
        String result = rate(CHICAGO.replace(
                "\"blocks\":[]",
                "\"blocks\":[{\"id\":\"b1\",\"purchasedOn\":\"2026-01-01\",\"remainingMinutes\":600}]"));
        assertEquals(
                "{\"billedMinor\":7500,\"blocks\":[{\"id\":\"b1\",\"remainingMinutes\":60,\"usedMinutes\":540}],",
                result.substring(0, result.indexOf("\"entries\"")));
    }

    @ParameterizedTest(name = "{0} → {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    # replaced | by | path | problem
                    "2026-06-20T22:00:00Z" | "2026-06-20T12:00:00Z" | entries[0].end | must not be before start
                    "2026-06-20T22:00:00Z" | "tomorrow" | entries[0].end | must be an instant such as "2026-06-20T13:00:00Z"
                    "2026-06-20T22:00:00Z" | "2126-06-20T22:00:00Z" | entries[0].end | must be within ten years of start
                    "travel":true | "travel":"yes" | entries[0].travel | must be true or false
                    "travel":true | "workedSeconds":-1 | entries[0].workedSeconds | must be from 0 to 2147483647
                    "travel":true | "worked":1 | entries[0].worked | is not a field that is known here
                    "id":"t1", | "" | entries[0].id | is missing
                    "workType":"ONSITE" | "workType":"PHONE" | entries[0].workType | has no hourly rate on 2026-06-20 in the rate card: PHONE
                    "America/Chicago" | "America/Springfield" | calendar.zone | is not an IANA time zone: America/Springfield
                    "08:00" | "8:00" | calendar.weekly.MONDAY[0] | is not a time of day as HH:mm: 8:00
                    "holidays":[] | "holidays":["someday"] | calendar.holidays[0] | is not a date as yyyy-MM-dd: someday
                    "USD" | "DOLLAR" | rateCard.currency | must be the ISO 4217 code of a currency
                    {"ONSITE":15000} | {"ONSITE":-1} | rateCard.hourlyMinor.ONSITE | must be from 0 to 100000000000
                    {"ONSITE":15000} | {"ONSITE":150.5} | rateCard.hourlyMinor.ONSITE | must be a whole number
                    {"ONSITE":15000} | null | rateCard.hourlyMinor | is missing
                    "HOLIDAY":"2" | "HOLIDAY":2 | rateCard.multipliers.HOLIDAY | must be text that is not blank
                    "HOLIDAY":"2" | "HOLIDAY":"-2" | rateCard.multipliers.HOLIDAY | must not be negative
                    "HOLIDAY":"2" | "SUNDAY":"2" | rateCard.multipliers.SUNDAY | is no band
                    "roundingMinutes":15 | "roundingMinutes":0 | rateCard.roundingMinutes | must be from 1 to 10080
                    "minimumMinutes":0 | "minimumMinutes":-1 | rateCard.minimumMinutes | must be from 0 to 10080
                    "UP" | "SIDEWAYS" | rateCard.roundingMode | must be one of [UP, NEAREST, DOWN]
                    "8.25" | "108.25" | rateCard.taxRatePercent | must be from 0 to 100
                    "capMinor":null | "capMinor":-1 | capMinor | must be from 0 to 9223372036854775807
                    "alreadyBilledMinor":0 | "alreadyBilledMinor":-1 | alreadyBilledMinor | must be from 0 to 9223372036854775807
                    "blocks":[] | "blocks":[{"id":"b"}] | blocks[0].purchasedOn | is missing
                    "blocks":[] | "block":[] | block | is not a field that is known here
                    """)
    void aFaultIsNamedByItsPlace(String replaced, String by, String path, String problem) {
        String json = CHICAGO.replace(replaced, by.equals("\"\"") ? "" : by);
        InvalidInput fault = assertThrows(InvalidInput.class, () -> rate(json));
        assertEquals(path, fault.path());
        assertEquals(problem, fault.problem());
    }

    @Test
    void idsDiffer() {
        String entry = "{\"id\":\"t1\",\"workType\":\"ONSITE\",\"start\":\"2026-06-20T13:00:00Z\","
                + "\"end\":\"2026-06-20T14:00:00Z\"}";
        InvalidInput entries = assertThrows(
                InvalidInput.class, () -> read(CHICAGO.replace("\"entries\":[", "\"entries\":[" + entry + ",")));
        assertEquals("entries[1].id", entries.path());
        String block = "{\"id\":\"b1\",\"purchasedOn\":\"2026-01-01\",\"remainingMinutes\":600}";
        InvalidInput blocks = assertThrows(
                InvalidInput.class,
                () -> read(CHICAGO.replace("\"blocks\":[]", "\"blocks\":[" + block + "," + block + "]")));
        assertEquals("blocks[1].id", blocks.path());
    }

    @Test
    void amountsThatDoNotFitAreRefusedAndNotWrapped() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            many.append("{\"id\":\"x")
                    .append(i)
                    .append("\",\"workType\":\"ONSITE\",\"start\":\"2020-06-20T13:00:00Z\",")
                    .append("\"end\":\"2030-06-20T13:00:00Z\"},");
        }
        String json = CHICAGO.replace("15000", "100000000000")
                .replace("\"WEEKEND\":\"1.5\"", "\"WEEKEND\":\"1000\"")
                .replace("\"AFTER_HOURS\":\"1.5\"", "\"AFTER_HOURS\":\"1000\"")
                .replace("\"entries\":[", "\"entries\":[" + many);
        InvalidInput fault = assertThrows(InvalidInput.class, () -> rate(json));
        assertEquals("entries", fault.path());
    }

    @Test
    void everyTermOfACardIsReadBack() {
        String json = CHICAGO.replace(
                        "\"travelFeeMinor\":7500",
                        "\"clause\":\"7.1\",\"callOutFeeMinor\":5000,\"grouping\":\"VISIT\","
                                + "\"travel\":{\"kind\":\"DISTANCE\",\"unitMinor\":\"67.5\"},"
                                + "\"hourly\":[{\"workType\":\"ONSITE\",\"role\":\"ENGINEER\",\"hourlyMinor\":18000,"
                                + "\"from\":\"2026-01-01\",\"to\":\"2027-01-01\"}],"
                                + "\"overageHourly\":[{\"workType\":\"ONSITE\",\"role\":\"ENGINEER\",\"hourlyMinor\":9000}],"
                                + "\"units\":[{\"workType\":\"ONSITE\",\"band\":\"WEEKEND\",\"minimumMinutes\":240}]")
                .replace(
                        "\"travel\":true",
                        "\"travel\":true,\"distance\":\"10\",\"role\":\"ENGINEER\",\"terms\":\"late\"")
                .replace(
                        "\"blocks\":[]",
                        "\"caps\":[{\"name\":\"move\",\"capMinor\":5}],\"otherTerms\":{\"late\":{\"calendar\":"
                                + "{\"zone\":\"Asia/Kathmandu\",\"weekly\":{},\"exceptions\":{\"2026-06-20\":[[\"22:00\",\"02:00\"]]}},"
                                + "\"rateCard\":{\"currency\":\"USD\",\"hourlyMinor\":{\"ONSITE\":1},"
                                + "\"travel\":{\"kind\":\"HOURLY\",\"hourlyMinor\":60}}}}");
        RatingCase work = read(json);
        byte[] stored = CanonicalJson.bytes(work);
        assertEquals(work, Json.readStrictly(Json.parse(stored), RatingCase.class));
        assertEquals(
                "18000",
                String.valueOf(work.terms()
                        .card()
                        .hourlyRate("ONSITE", "ENGINEER", java.time.LocalDate.of(2026, 6, 20))
                        .minorPerHour()));
    }
}
