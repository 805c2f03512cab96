package dev.remit.engines.calendar;

import static dev.remit.engines.calendar.Calendars.calendar;
import static dev.remit.engines.calendar.Calendars.moment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a target is used up. Times are local to the calendar. */
class DueTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        within the day                                   | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-01 09:30 | 60   | 2026-06-01 10:30
        before opening                                   | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-01 07:00 | 60   | 2026-06-01 10:00
        into the next day                                | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-01 16:30 | 60   | 2026-06-02 09:30
        over the weekend                                 | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-05 16:30 | 60   | 2026-06-08 09:30
        over lunch                                       | Europe/London; MON-FRI 09:00-12:30 13:30-17:30          | 2026-06-01 12:00 | 60   | 2026-06-01 14:00
        used up at closing: due then, not at opening     | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-01 16:00 | 60   | 2026-06-01 17:00
        used up on Friday evening: not on Monday         | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-05 09:00 | 480  | 2026-06-05 17:00
        one minute more: the next opening's first minute | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-05 09:00 | 481  | 2026-06-08 09:01
        nothing to use up: due at the start, even closed | Europe/London; MON-FRI 09:00-17:00                      | 2026-06-06 03:00 | 0    | 2026-06-06 03:00
        windows that touch are one                       | Europe/London; MON-SUN 00:00-24:00                      | 2026-06-01 20:00 | 240  | 2026-06-02 00:00
        holidays in between                              | Europe/London; MON-FRI 09:00-17:00; holidays 2026-12-25 2026-12-28 | 2026-12-24 16:00 | 120 | 2026-12-29 10:00
        spring: the night has an hour less               | Europe/London; MON-SUN 00:00-24:00                      | 2026-03-28 12:00 | 1440 | 2026-03-29 13:00
        autumn: the night has an hour more               | Europe/London; MON-SUN 00:00-24:00                      | 2026-10-24 12:00 | 1440 | 2026-10-25 11:00
        past a skipped date                              | Pacific/Apia; MON-FRI 09:00-17:00                       | 2011-12-29 16:00 | 120  | 2012-01-02 10:00
        three years off                                  | UTC; MON-SUN 00:00-24:00                                | 2026-01-01 00:00 | 1578240 | 2029-01-01 00:00
        """)
    void isTheEarliestMoment(String rule, String calendarText, String start, long minutes, String due) {
        CompiledCalendar calendar = calendar(calendarText);
        assertEquals(moment(due, calendar), calendar.due(moment(start, calendar), minutes * 60), rule);
    }

    @Test
    void theHolidaysThatMovedItAreThoseOnOpenDays() {
        CompiledCalendar calendar = calendar("UTC; MON-FRI 09:00-18:00; on 2026-06-21 09:00-12:00; on 2026-06-19;"
                + " holidays 2026-06-13 2026-06-16 2026-06-17 2026-06-19 2026-06-21 2026-06-22");
        assertEquals(
                moment("2026-06-18 11:00", calendar), calendar.due(moment("2026-06-15 16:00", calendar), 240 * 60));
        assertEquals(
                List.of(LocalDate.of(2026, 6, 16), LocalDate.of(2026, 6, 17)),
                calendar.calendar().holidaysOnOpenDays(LocalDate.of(2026, 6, 13), LocalDate.of(2026, 6, 18)));
        assertEquals(
                List.of(LocalDate.of(2026, 6, 21), LocalDate.of(2026, 6, 22)),
                calendar.calendar().holidaysOnOpenDays(LocalDate.of(2026, 6, 18), LocalDate.of(2026, 6, 22)));
    }

    @Test
    void aCalendarThatNeverOpensIsNeverDue() {
        CompiledCalendar closed = calendar("Europe/London; holidays 2026-12-25");
        assertNull(closed.due(Instant.parse("2026-06-01T00:00:00Z"), 1));
    }

    @Test
    void oneOpenDayNinetyYearsOffIsFound() {
        CompiledCalendar calendar = calendar("Europe/London; on 2116-05-04 09:00-10:00");
        Instant start = Instant.parse("2026-06-01T00:00:00Z");
        assertEquals(Instant.parse("2116-05-04T08:30:00Z"), calendar.due(start, 1_800));
        assertNull(calendar.due(start, 3_601));
    }

    @Test
    void aHundredYearsIsTheHorizonToTheSecond() {
        CompiledCalendar always = WorkingCalendar.always().compile();
        Instant start = Instant.parse("2026-06-01T09:00:00Z");
        Instant horizon = Instant.parse("2126-06-01T09:00:00Z");
        long seconds = horizon.getEpochSecond() - start.getEpochSecond();
        assertEquals(horizon, always.due(start, seconds));
        assertNull(always.due(start, seconds + 1));
        assertNull(always.due(start, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "1959-06-01T09:00:00Z, 2059-06-01T09:00:00Z",
        "1999-06-01T09:00:00Z, 2099-06-01T09:00:00Z",
        "2099-06-01T09:00:00Z, 2199-06-01T09:00:00Z",
    })
    void theHorizonIsCountedInYearsAndNotInDays(Instant start, Instant horizon) {
        CompiledCalendar always = WorkingCalendar.always().compile();
        long seconds = horizon.getEpochSecond() - start.getEpochSecond();
        assertEquals(horizon, always.due(start, seconds));
        assertNull(always.due(start, seconds + 1));
        CompiledCalendar once = calendar("UTC; on " + horizon.toString().substring(0, 10) + " 08:59-09:01");
        assertEquals(horizon, once.due(start, 60));
        assertNull(once.due(start, 61));
    }

    @Test
    void aGivenLimitEndsTheSearch() {
        CompiledCalendar always = WorkingCalendar.always().compile();
        Instant start = Instant.parse("2026-06-01T09:00:00Z");
        assertEquals(start.plusSeconds(60), always.due(start, 60, start.plusSeconds(60)));
        assertNull(always.due(start, 61, start.plusSeconds(60)));
        assertEquals(start, always.due(start, 0, start));
        assertNull(always.due(start, 0, start.minusSeconds(1)));
    }

    @Test
    void aLimitAtTheStartOfATableIsAMomentLikeAnother() {
        CompiledCalendar always = WorkingCalendar.always().compile();
        Instant table = Instant.ofEpochSecond(50L << 25);
        assertEquals(table, always.due(table.minusSeconds(60), 60, table));
        assertEquals(table.plusSeconds(1), always.due(table.minusSeconds(60), 61, table.plusSeconds(1)));
        assertNull(always.due(table.minusSeconds(60), 61, table));
    }

    @Test
    void refusesWhatItCannotCount() {
        CompiledCalendar always = WorkingCalendar.always().compile();
        assertThrows(IllegalArgumentException.class, () -> always.due(Instant.EPOCH, -1));
        assertThrows(IllegalArgumentException.class, () -> always.isOpen(Instant.MAX));
        assertThrows(IllegalArgumentException.class, () -> always.openSeconds(Instant.MIN, Instant.EPOCH));
    }
}
