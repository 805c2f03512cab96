package dev.remit.engines.calendar;

import static dev.remit.engines.calendar.Calendars.calendar;
import static dev.remit.engines.calendar.Calendars.moment;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stretches are priced as: the pieces with their real minutes. Times are local to the calendar. */
class BandTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a Saturday's work                      | America/Chicago; MON-FRI 08:00-18:00                         | 2026-06-20 08:00 | 2026-06-20 17:00 | WEEKEND 540
        from hours into the evening            | America/Chicago; MON-FRI 08:00-18:00                         | 2026-06-19 17:00 | 2026-06-19 19:00 | BUSINESS 60, AFTER_HOURS 60
        Friday night becomes Saturday          | America/Chicago; MON-FRI 08:00-18:00                         | 2026-06-19 22:00 | 2026-06-20 02:00 | AFTER_HOURS 120, WEEKEND 120
        an open Saturday is business           | America/Chicago; MON-SAT 08:00-12:00                         | 2026-06-20 07:00 | 2026-06-20 13:00 | WEEKEND 60, BUSINESS 240, WEEKEND 60
        a holiday beats its open windows       | America/Chicago; MON-FRI 08:00-18:00; holidays 2026-07-03; on 2026-07-03 08:00-12:00 | 2026-07-03 07:00 | 2026-07-03 13:00 | HOLIDAY 360
        a holiday beats a night of its eve     | America/Chicago; MON-FRI 22:00-06:00; holidays 2026-07-03    | 2026-07-02 23:00 | 2026-07-03 02:00 | BUSINESS 60, HOLIDAY 120
        a holiday beats the weekend            | America/Chicago; MON-FRI 08:00-18:00; holidays 2026-07-04    | 2026-07-03 23:00 | 2026-07-05 01:00 | AFTER_HOURS 60, HOLIDAY 1440, WEEKEND 60
        a holiday is a local date, not UTC's   | America/Chicago; MON-FRI 08:00-18:00; holidays 2026-07-03    | 2026-07-02 19:00 | 2026-07-02 23:00 | AFTER_HOURS 240
        a weekday is a local date, not UTC's   | America/Chicago; MON-FRI 08:00-18:00                         | 2026-06-19 20:00 | 2026-06-19 23:00 | AFTER_HOURS 180
        a weekend of Friday and Saturday       | Asia/Dubai; SUN 09:00-17:00; MON-THU 09:00-17:00; weekend FRI SAT | 2026-06-19 09:00 | 2026-06-19 10:00 | WEEKEND 60
        no weekend where none is named         | Asia/Dubai; MON-FRI 09:00-17:00; weekend SUN                 | 2026-06-20 09:00 | 2026-06-20 10:00 | AFTER_HOURS 60
        the spring night is an hour shorter    | America/Chicago; MON-FRI 08:00-18:00                         | 2026-03-08 00:00 | 2026-03-09 00:00 | WEEKEND 1380
        closing splits to the minute           | America/Chicago; MON-FRI 08:00-17:59                         | 2026-06-19 17:30 | 2026-06-19 18:30 | BUSINESS 29, AFTER_HOURS 31
        round the clock has no Sunday          | America/Chicago; MON-SUN 00:00-24:00                         | 2026-06-20 12:00 | 2026-06-22 12:00 | BUSINESS 2880
        a date that fell back behind midnight  | America/St_Johns; holidays 2010-11-07                        | 2010-11-06 23:00 | 2010-11-07 01:01 | WEEKEND 60, HOLIDAY 1, WEEKEND 59, HOLIDAY 61
        a skipped date is nobody's             | Pacific/Apia; MON-FRI 09:00-17:00; holidays 2011-12-30       | 2011-12-29 16:00 | 2011-12-31 01:00 | BUSINESS 60, AFTER_HOURS 420, WEEKEND 60
        """)
    void cutsWhereTheBandChanges(String rule, String calendarText, String start, String end, String pieces) {
        CompiledCalendar calendar = calendar(calendarText);
        List<BandPiece> found = calendar.bands(moment(start, calendar), moment(end, calendar));
        assertEquals(
                pieces,
                found.stream()
                        .map(piece -> piece.band() + " " + piece.seconds() / 60)
                        .collect(Collectors.joining(", ")),
                rule);
    }

    @Test
    void nothingHasNoPieces() {
        CompiledCalendar calendar = calendar("UTC; MON-FRI 09:00-17:00");
        Instant at = Instant.parse("2026-06-01T09:00:00Z");
        assertEquals(List.of(), calendar.bands(at, at));
        assertEquals(List.of(), calendar.bands(at, at.minusSeconds(60)));
    }

    @Test
    void piecesMeetAndCoverTheWhole() {
        CompiledCalendar calendar = calendar("Europe/London; MON-FRI 09:00-17:00; holidays 2026-12-25");
        Instant start = Instant.parse("2026-12-20T00:00:07Z");
        Instant end = Instant.parse("2028-02-01T11:12:13Z");
        Instant at = start;
        for (BandPiece piece : calendar.bands(start, end)) {
            assertEquals(at, piece.from());
            assertEquals(piece.band(), calendar.bandAt(piece.from()));
            at = piece.to();
        }
        assertEquals(end, at);
    }
}
