package dev.remit.engines.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A source may state hours on a date and no times. */
class HoursWithoutTimesTest {
    private static final String CASE = """
            {"calendar":{"zone":"America/New_York","weekly":{"MONDAY":[["08:30","17:30"]]}},
             "rateCard":{"currency":"USD","hourlyMinor":{"ONSITE":15000},"multipliers":{"AFTER_HOURS":"1.5"}},
             "entries":[{"id":"dana","workType":"ONSITE",%s"workedSeconds":7200}]}
            """;

    private static RatingCase read(String times) {
        byte[] json = CASE.formatted(times).getBytes(StandardCharsets.UTF_8);
        return Json.readStrictly(Json.parse(json), RatingCase.class);
    }

    @Test
    void theyAreBusinessHoursOfTheirDate() {
        RatingResult result = RatingEngine.rate(read("\"date\":\"2026-06-15\","));
        assertEquals(30_000, result.billedMinor());
        assertEquals(Band.BUSINESS, result.lines().getFirst().band());
        assertEquals(LocalDate.parse("2026-06-15"), result.entries().getFirst().localDate());
    }

    @Test
    void evidenceGivesThemBackAsTheyWere() {
        RatingCase work = read("\"date\":\"2026-06-15\",");
        byte[] written = CanonicalJson.bytes(work);
        assertEquals(work, Json.readStrictly(Json.parse(written), RatingCase.class));
    }

    @Test
    void aDateAndTimesDoNotGoTogether() {
        assertThrows(InvalidInput.class, () -> read("\"date\":\"2026-06-15\",\"start\":\"2026-06-15T12:00:00Z\","));
    }
}
