package dev.remit.engines.calendar;

import static dev.remit.engines.calendar.Calendars.calendar;
import static dev.remit.engines.calendar.Calendars.moment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Openings and closings around a moment, and the end of so many business days. Times are local to the calendar. */
class OpeningAndClosingTest {
    private static final String OFFICE = "Europe/London; MON-FRI 09:00-17:00; holidays 2026-12-25 2026-12-28";

    @ParameterizedTest(name = "after {0}")
    @CsvSource({
        "2026-06-01 12:00, 2026-06-01 17:00",
        "2026-06-01 09:00, 2026-06-01 17:00",
        "2026-06-01 17:00, 2026-06-02 09:00",
        "2026-06-06 12:00, 2026-06-08 09:00",
        "2026-12-25 12:00, 2026-12-29 09:00",
    })
    void findsTheNextEdgeOfOpenTime(String at, String next) {
        CompiledCalendar calendar = calendar(OFFICE);
        assertEquals(moment(next, calendar), calendar.nextEdge(moment(at, calendar)));
    }

    @ParameterizedTest(name = "from {0}")
    @CsvSource({
        "2026-06-01 08:59, 2026-06-01 09:00",
        "2026-06-01 09:00, 2026-06-01 09:00",
        "2026-06-01 12:00, 2026-06-01 12:00",
        "2026-06-01 17:00, 2026-06-02 09:00",
        "2026-06-05 17:00, 2026-06-08 09:00",
        "2026-12-24 17:00, 2026-12-29 09:00",
    })
    void findsWhenWorkIsDoneNext(String from, String first) {
        CompiledCalendar calendar = calendar(OFFICE);
        assertEquals(moment(first, calendar), calendar.firstOpen(moment(from, calendar)));
    }

    @Test
    void aCalendarThatIsOpenAlwaysIsOpenAtOnceAndOneThatNeverOpensIsNever() {
        Instant at = Instant.parse("2026-06-01T03:00:00Z");
        assertEquals(at, WorkingCalendar.always().compile().firstOpen(at));
        assertNull(calendar("UTC; on 1990-01-01 00:00-24:00").firstOpen(at));
    }

    @Test
    void aWindowThatAChangeOfOffsetSwallowsHasNoEdges() {
        CompiledCalendar calendar = calendar("America/New_York; SUN 02:00-03:00");
        assertEquals(moment("2026-03-15 02:00", calendar), calendar.nextEdge(moment("2026-03-08 00:00", calendar)));
    }

    @Test
    void openTimeThatNeverEndsHasNoEdges() {
        CompiledCalendar always = WorkingCalendar.always().compile();
        assertNull(always.nextEdge(Instant.parse("2026-06-01T09:00:00Z")));
    }

    @Test
    void edgesAreFoundDecadesOff() {
        CompiledCalendar once = calendar("UTC; on 2090-01-01 00:00-24:00");
        Instant at = Instant.parse("2026-06-01T00:00:00Z");
        assertEquals(Instant.parse("2090-01-01T00:00:00Z"), once.nextEdge(at));
        assertNull(once.nextEdge(Instant.parse("1989-12-31T23:59:59Z")));
    }

    @Test
    void anEdgeOnTheHorizonIsFoundAndNoneAfterIt() {
        CompiledCalendar once = calendar("UTC; on 2126-06-01 00:00-24:00");
        Instant edge = Instant.parse("2126-06-01T00:00:00Z");
        assertEquals(edge, once.nextEdge(Instant.parse("2026-06-01T00:00:00Z")));
        assertNull(once.nextEdge(Instant.parse("2026-05-31T23:59:59Z")));
    }

    /** At 2033-10-18T16:32Z the calendar goes over from one of its tables to the next. */
    @Test
    void anEdgeWhereATableBeginsIsFoundAtTheHorizonToo() {
        CompiledCalendar once = calendar("UTC; on 2033-10-18 16:32-17:00");
        Instant edge = Instant.ofEpochSecond(60L << 25);
        assertEquals(edge, once.nextEdge(Instant.parse("2033-10-18T16:31:59Z")));
        assertEquals(edge, once.nextEdge(Instant.parse("1933-10-18T16:32:00Z")));
        assertNull(once.nextEdge(Instant.parse("1933-10-18T16:31:59Z")));
    }

    @ParameterizedTest(name = "{1} business days after {0}")
    @CsvSource({
        "2026-06-02 10:00, 1, 2026-06-03 10:00",
        "2026-06-02 10:00, 5, 2026-06-09 10:00",
        "2026-06-02 20:00, 5, 2026-06-10 09:00",
        "2026-06-06 12:00, 5, 2026-06-15 09:00",
        "2026-12-23 10:00, 2, 2026-12-29 10:00",
    })
    void countsDatesOnWhichAWindowOpens(String from, int days, String expected) {
        CompiledCalendar calendar = calendar(OFFICE);
        assertEquals(moment(expected, calendar), calendar.afterBusinessDays(moment(from, calendar), days));
    }

    @Test
    void aSkippedDateIsNoBusinessDay() {
        CompiledCalendar apia = calendar("Pacific/Apia; MON-SUN 09:00-17:00");
        assertEquals(moment("2011-12-31 10:00", apia), apia.afterBusinessDays(moment("2011-12-29 10:00", apia), 1));
        assertEquals(moment("2012-01-01 10:00", apia), apia.afterBusinessDays(moment("2011-12-29 10:00", apia), 2));
    }

    @Test
    void datesOfTheirOwnAreBusinessDaysWhereThereIsNoWeek() {
        CompiledCalendar dated = calendar(
                "UTC; on 2026-06-02 09:00-17:00; on 2026-06-05; on 2027-06-02 09:00-17:00; on 2028-06-02 09:00-17:00");
        Instant from = Instant.parse("2026-06-02T10:00:00Z");
        assertEquals(Instant.parse("2027-06-02T10:00:00Z"), dated.afterBusinessDays(from, 1));
        assertEquals(Instant.parse("2028-06-02T10:00:00Z"), dated.afterBusinessDays(from, 2));
        assertNull(dated.afterBusinessDays(from, 3));
    }

    @Test
    void businessDaysAreCountedAsFarAsTheHorizon() {
        CompiledCalendar everyDay = calendar("UTC; MON-SUN 09:00-17:00");
        Instant from = Instant.parse("2026-06-01T10:00:00Z");
        assertEquals(Instant.parse("2126-06-01T10:00:00Z"), everyDay.afterBusinessDays(from, 36_524));
        assertNull(everyDay.afterBusinessDays(from, 36_525));
    }

    @Test
    void businessDaysThatNeverComeHaveNoEnd() {
        CompiledCalendar once = calendar("UTC; on 2026-06-02 09:00-17:00");
        assertNull(once.afterBusinessDays(Instant.parse("2026-06-01T00:00:00Z"), 1));
        assertNull(once.afterBusinessDays(Instant.parse("2026-06-03T00:00:00Z"), 1));
        assertThrows(IllegalArgumentException.class, () -> once.afterBusinessDays(Instant.EPOCH, 0));
    }
}
