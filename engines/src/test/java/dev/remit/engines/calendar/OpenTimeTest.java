package dev.remit.engines.calendar;

import static dev.remit.engines.calendar.Calendars.calendar;
import static dev.remit.engines.calendar.Calendars.moment;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a stretch is open. Times are local to the calendar, the answer is in real minutes. */
class OpenTimeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        one working day                          | Europe/London; MON-FRI 09:00-17:30                        | 2026-06-01 00:00 | 2026-06-02 00:00 | 510
        lunch is closed                          | Europe/London; MON 09:00-12:30 13:30-17:30                | 2026-06-01 12:00 | 2026-06-01 14:00 | 60
        opening is inside, closing is outside    | Europe/London; MON 09:00-17:00                            | 2026-06-01 09:00 | 2026-06-01 17:00 | 480
        after closing nothing more               | Europe/London; MON 09:00-17:00                            | 2026-06-01 17:00 | 2026-06-01 23:00 | 0
        overlapping windows count once           | Europe/London; MON 09:00-12:00 11:00-13:00 12:00-12:30    | 2026-06-01 00:00 | 2026-06-02 00:00 | 240
        a night belongs to the day it opens on   | Europe/London; FRI 22:00-06:00                            | 2026-06-05 00:00 | 2026-06-08 00:00 | 480
        a night and the morning after overlap    | Europe/London; MON 22:00-06:00; TUE 05:00-09:00           | 2026-06-01 00:00 | 2026-06-03 00:00 | 660
        closing at 24:00 is the day's end        | Europe/London; MON 20:00-24:00                            | 2026-06-01 00:00 | 2026-06-02 12:00 | 240
        closing at 00:00 is the day's end        | Europe/London; MON 20:00-00:00                            | 2026-06-01 00:00 | 2026-06-02 12:00 | 240
        closing at 23:59 means 23:59             | Europe/London; MON 20:00-23:59                            | 2026-06-01 00:00 | 2026-06-02 12:00 | 239
        round the clock                          | UTC; MON-SUN 00:00-24:00                                  | 2026-06-01 00:00 | 2026-06-08 00:00 | 10080
        a holiday is closed                      | Europe/London; MON-FRI 09:00-17:00; holidays 2026-12-25   | 2026-12-25 00:00 | 2026-12-26 00:00 | 0
        a night runs on into a holiday           | Europe/London; MON-SUN 22:00-06:00; holidays 2026-12-25   | 2026-12-24 12:00 | 2026-12-25 12:00 | 480
        no night opens on a holiday              | Europe/London; MON-SUN 22:00-06:00; holidays 2026-12-25   | 2026-12-25 12:00 | 2026-12-26 12:00 | 0
        a holiday is a local date, east          | Pacific/Auckland; MON-FRI 09:00-17:00; holidays 2026-06-02 | 2026-06-01 00:00 | 2026-06-04 00:00 | 960
        a holiday is a local date, west          | Pacific/Honolulu; MON-FRI 09:00-23:00; holidays 2026-06-02 | 2026-06-02 00:00 | 2026-06-03 00:00 | 0
        an exception takes the week's place      | Europe/London; MON-FRI 09:00-17:00; on 2026-12-24 09:00-12:00 | 2026-12-24 00:00 | 2026-12-25 00:00 | 180
        an exception without windows is closed   | Europe/London; MON-FRI 09:00-17:00; on 2026-12-24         | 2026-12-24 00:00 | 2026-12-25 00:00 | 0
        an exception opens a Sunday              | Europe/London; MON-FRI 09:00-17:00; on 2026-12-20 10:00-14:00 | 2026-12-20 00:00 | 2026-12-21 00:00 | 240
        a holiday closes an exception too        | Europe/London; MON-FRI 09:00-17:00; on 2026-12-25 09:00-12:00; holidays 2026-12-25 | 2026-12-25 00:00 | 2026-12-26 00:00 | 0
        the spring night is an hour shorter      | Europe/London; MON-SUN 00:00-24:00                        | 2026-03-29 00:00 | 2026-03-30 00:00 | 1380
        the autumn night is an hour longer       | Europe/London; MON-SUN 00:00-24:00                        | 2026-10-25 00:00 | 2026-10-26 00:00 | 1500
        a spring night shift                     | America/New_York; SAT 22:00-06:00                         | 2026-03-07 12:00 | 2026-03-08 12:00 | 420
        an autumn night shift                    | America/New_York; SAT 22:00-06:00                         | 2026-10-31 12:00 | 2026-11-01 12:00 | 540
        opening in the gap is later by the gap   | America/New_York; SUN 02:30-05:00                         | 2026-03-08 00:00 | 2026-03-08 12:00 | 90
        closing in the gap is later by the gap   | America/New_York; SUN 01:00-02:30                         | 2026-03-08 00:00 | 2026-03-08 12:00 | 90
        opening in the gap after closing: empty  | America/New_York; SUN 02:30-03:00                         | 2026-03-08 00:00 | 2026-03-08 12:00 | 0
        wholly in the gap: an hour later         | America/New_York; SUN 02:00-02:30                         | 2026-03-08 00:00 | 2026-03-08 12:00 | 30
        windows shifted by a gap stay a union    | America/New_York; SUN 01:00-02:30 02:30-03:00             | 2026-03-08 00:00 | 2026-03-08 12:00 | 90
        one shifted behind the next: a union     | America/New_York; SUN 02:30-04:30 03:00-04:00             | 2026-03-08 00:00 | 2026-03-08 12:00 | 90
        one shifted behind the next, apart       | America/New_York; SUN 01:00-01:30 02:30-02:45 03:00-03:20 | 2026-03-08 00:00 | 2026-03-08 12:00 | 65
        opening in the overlap is its first time | America/New_York; SUN 01:30-02:00                         | 2026-11-01 00:00 | 2026-11-01 12:00 | 90
        closing in the overlap is its first time | America/New_York; SUN 00:30-01:30                         | 2026-11-01 00:00 | 2026-11-01 12:00 | 60
        half an hour of summer time, spring      | Australia/Lord_Howe; MON-SUN 00:00-24:00                  | 2026-10-04 00:00 | 2026-10-05 00:00 | 1410
        half an hour of summer time, autumn      | Australia/Lord_Howe; MON-SUN 00:00-24:00                  | 2026-04-05 00:00 | 2026-04-06 00:00 | 1470
        midnight itself is skipped               | America/Sao_Paulo; MON-SUN 00:00-09:00                    | 2018-11-04 01:00 | 2018-11-04 12:00 | 480
        summer time stops for Ramadan            | Africa/Casablanca; MON-SUN 00:00-24:00                    | 2026-02-15 00:00 | 2026-02-16 00:00 | 1500
        a zone three quarters of an hour off     | Asia/Kathmandu; MON-FRI 10:00-18:00                       | 2026-06-01T04:15:00Z | 2026-06-01T05:15:00Z | 60
        a date that was skipped has no windows   | Pacific/Apia; MON-SUN 09:00-17:00                         | 2011-12-29 00:00 | 2012-01-01 00:00 | 960
        not even a day later                     | Pacific/Apia; FRI 09:00-17:00                             | 2011-12-29 00:00 | 2012-01-05 00:00 | 0
        a whole week with a skipped date         | Pacific/Apia; MON-SUN 00:00-24:00                         | 2011-12-26 00:00 | 2012-01-02 00:00 | 8640
        a night into a skipped date              | Pacific/Apia; THU 22:00-06:00                             | 2011-12-29 12:00 | 2012-01-01 00:00 | 480
        """)
    void countsRealOpenMinutes(String rule, String calendarText, String from, String to, long minutes) {
        CompiledCalendar calendar = calendar(calendarText);
        assertEquals(minutes * 60, calendar.openSeconds(moment(from, calendar), moment(to, calendar)), rule);
    }

    @ParameterizedTest(name = "{0} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
        just before opening | 2026-06-01 08:59:59 | closed
        opening             | 2026-06-01 09:00:00 | open
        just before closing | 2026-06-01 16:59:59 | open
        closing             | 2026-06-01 17:00:00 | closed
        """)
    void isHalfOpen(String when, String at, String expected) {
        CompiledCalendar calendar = calendar("Europe/London; MON 09:00-17:00");
        assertEquals(expected, calendar.isOpen(moment(at, calendar)) ? "open" : "closed", when);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01T08:00:00.999Z,2026-06-01T08:00:01.001Z,1", "2026-06-01T10:00:00Z,2026-06-01T09:00:00Z,0"})
    void countsWholeSecondsAndNothingBackwards(String from, String to, long seconds) {
        CompiledCalendar calendar = calendar("Europe/London; MON 09:00-17:00");
        assertEquals(seconds, calendar.openSeconds(moment(from, calendar), moment(to, calendar)));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01 12:00", "2026-06-01 00:00", "2040-02-29 06:00"})
    void adjoiningPartsAddUpOverHalfACentury(String middle) {
        CompiledCalendar calendar = calendar("Europe/London; MON-FRI 09:00-17:00");
        Instant from = moment("1999-01-01 00:00", calendar);
        Instant to = moment("2051-01-01 00:00", calendar);
        Instant cut = moment(middle, calendar);
        assertEquals(calendar.openSeconds(from, to), calendar.openSeconds(from, cut) + calendar.openSeconds(cut, to));
    }
}
