package dev.remit.engines.sla;

import static dev.remit.engines.calendar.Calendars.calendar;
import static dev.remit.engines.calendar.Calendars.moment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.calendar.RandomCalendars;
import dev.remit.engines.evidence.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets in business days: which moment they come to, and what moves them. */
class DaysTargetTest {
    private static final String OFFICE =
            "Europe/London; MON-FRI 09:00-12:30 13:30-17:00; holidays 2026-12-25 2026-12-28";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        by the close of the next day                | 2026-06-02 10:00 | 1 | CLOSE | 2026-06-03 17:00
        by the close of the second day              | 2026-06-02 10:00 | 2 | CLOSE | 2026-06-04 17:00
        by a time of day                            | 2026-06-02 10:00 | 2 | 16:00 | 2026-06-04 16:00
        begun before opening: the date is day 0     | 2026-06-02 07:00 | 1 | CLOSE | 2026-06-03 17:00
        begun after closing: the date is day 0      | 2026-06-02 18:00 | 1 | CLOSE | 2026-06-03 17:00
        begun a minute before midnight              | 2026-06-02 23:59 | 1 | 10:00 | 2026-06-03 10:00
        begun on a closed date: Monday is day 1     | 2026-06-06 12:00 | 1 | 10:00 | 2026-06-08 10:00
        a weekend is no business day                | 2026-06-05 16:30 | 1 | 10:00 | 2026-06-08 10:00
        nor is a holiday                            | 2026-12-23 10:00 | 2 | CLOSE | 2026-12-29 17:00
        begun on a holiday                          | 2026-12-25 10:00 | 1 | CLOSE | 2026-12-29 17:00
        after hours means the close                 | 2026-06-02 10:00 | 1 | 20:00 | 2026-06-03 17:00
        before hours means the close                | 2026-06-02 10:00 | 1 | 08:00 | 2026-06-03 17:00
        at the opening: nothing was open before it  | 2026-06-02 10:00 | 1 | 09:00 | 2026-06-03 17:00
        between two windows means the close         | 2026-06-02 10:00 | 1 | 13:00 | 2026-06-03 17:00
        where the first window closes               | 2026-06-02 10:00 | 1 | 12:30 | 2026-06-03 12:30
        at the close itself                         | 2026-06-02 10:00 | 1 | 17:00 | 2026-06-03 17:00
        """)
    void comeToAMoment(String rule, String start, int days, String by, String due) {
        CompiledCalendar calendar = calendar(OFFICE);
        assertEquals(moment(due, calendar), due(calendar, moment(start, calendar), days, by), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the close is on the morning after           | America/New_York; MON-SUN 22:00-06:00 | 2026-06-01 12:00 | 1 | CLOSE | 2026-06-03 06:00
        after midnight the date is the new one      | America/New_York; MON-SUN 22:00-06:00 | 2026-06-02 03:00 | 1 | CLOSE | 2026-06-04 06:00
        open since the evening before               | America/New_York; MON-SUN 22:00-06:00 | 2026-06-01 12:00 | 1 | 03:00 | 2026-06-02 03:00
        the hour that spring skips                  | America/New_York; MON-SUN 22:00-06:00 | 2026-03-06 12:00 | 1 | CLOSE | 2026-03-08 06:00
        a time in the hour that spring skips        | Europe/London; MON-SUN 00:00-24:00    | 2026-03-28 12:00 | 1 | 01:30 | 2026-03-29T01:30:00Z
        a time in the hour that autumn repeats      | Europe/London; MON-SUN 00:00-24:00    | 2026-10-24 12:00 | 1 | 01:30 | 2026-10-25T00:30:00Z
        the longer night of autumn                  | Europe/London; MON-SUN 00:00-24:00    | 2026-10-24 12:00 | 1 | CLOSE | 2026-10-26T00:00:00Z
        a window that spring swallows is none       | America/New_York; SAT-SUN 02:00-03:00 | 2026-03-07 12:00 | 1 | CLOSE | 2026-03-14 03:00
        a date that the zone skipped                | Pacific/Apia; MON-SUN 09:00-17:00     | 2011-12-29 10:00 | 1 | CLOSE | 2011-12-31 17:00
        a day with hours of its own                 | UTC; MON-FRI 09:00-17:00; on 2026-06-06 10:00-12:00 | 2026-06-05 10:00 | 1 | CLOSE | 2026-06-06 12:00
        """)
    void followTheClocksOfTheZone(String rule, String hours, String start, int days, String by, String due) {
        CompiledCalendar calendar = calendar(hours);
        assertEquals(moment(due, calendar), due(calendar, moment(start, calendar), days, by), rule);
    }

    private static Instant due(CompiledCalendar calendar, Instant start, int days, String by) {
        return new ClockTerms(new Target.Days(days, by), calendar, Set.of()).due(start);
    }

    @Test
    void aDayThatNeverComesIsNeverDueAndSaysNoTime() {
        CompiledCalendar twice = calendar("UTC; on 2026-06-02 09:00-17:00; on 2126-06-01 09:00-17:00");
        Instant start = Instant.parse("2026-06-01T12:00:00Z");
        assertEquals(Instant.parse("2126-06-01T11:00:00Z"), due(twice, start.minusSeconds(1), 2, "11:00"));
        assertNull(due(twice, start, 3, "CLOSE"));
        SlaTerms terms = SlaTerms.usual(Map.of(
                ClockKind.RESPONSE, new ClockTerms(new Target.Days(3, "CLOSE"), twice, Set.of()),
                ClockKind.PLAN, ClockTerms.noTarget(twice),
                ClockKind.UPDATE, ClockTerms.noTarget(twice),
                ClockKind.RESOLUTION, ClockTerms.noTarget(twice)));
        List<SlaEvent> created = List.of(SlaEvent.of("created", start, new Fact.Created(false)));
        Instant later = Instant.parse("2126-07-01T00:00:00Z");
        CycleReading cycle = SlaClocks.read(terms, created, later, later)
                .clock(ClockKind.RESPONSE)
                .current();
        assertEquals(ClockState.RUNNING, cycle.state());
        assertEquals(16 * 3_600, cycle.consumedSeconds());
        assertNull(cycle.targetSeconds());
        assertNull(cycle.due());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        due at the close of the second day     | DAYS-2 | Mon1 10:00 created | Mon1 12:00 | RUNNING 120m due Wed3 17:00
        a pause moves it like any other        | DAYS-2 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 13:00 end VENDOR | Mon1 13:00 | RUNNING 60m due Thu4 11:00
        late by a second is late               | DAYS-2 | Mon1 10:00 created | Wed3 17:01 | BREACHED 1380m due Wed3 17:00 breached Wed3 17:00
        a shorter one counts from the start    | DAYS-2 | Mon1 10:00 created; Mon1 12:00 now DAYS-1-NOON | Mon1 12:00 | RUNNING 120m due Tue2 12:00
        one that has passed is late at once    | DAYS-2 | Mon1 10:00 created; Wed3 10:00 now DAYS-1-NOON | Wed3 10:00 | RUNNING 960m due Wed3 10:00
        and is, a moment later                 | DAYS-2 | Mon1 10:00 created; Wed3 10:00 now DAYS-1-NOON | Wed3 10:01 | BREACHED 961m due Wed3 10:00 breached Wed3 10:00
        a longer one counts from the start     | DAYS-1-NOON | Mon1 10:00 created; Tue2 10:00 now DAYS-2 | Tue2 10:00 | RUNNING 480m due Wed3 17:00
        other hours count it again             | DAYS-2 | Mon1 10:00 created; Mon1 12:00 now DAYS-2-LATE | Mon1 12:00 | RUNNING 120m due Wed3 20:00
        minutes after days                     | DAYS-2 | Mon1 10:00 created; Mon1 12:00 now P2 | Mon1 12:00 | RUNNING 120m due Mon1 14:00
        days after minutes                     | P3 | Mon1 10:00 created; Mon1 12:00 now DAYS-2 | Mon1 12:00 | RUNNING 120m due Wed3 17:00
        restarted, it counts from the change   | DAYS-2 | Mon1 10:00 created; Tue2 10:00 now DAYS-1-RESTART facts | Tue2 10:00 | CANCELLED 480m for RESTARTED ended Tue2 10:00 / RUNNING 0m due Wed3 17:00
        reopened, it keeps its day's time      | DAYS-2 | Mon1 10:00 created; Mon1 12:00 resolved; Wed3 10:00 reopened | Wed3 10:00 | RUNNING 120m due Fri5 15:00
        """)
    void areOrdinaryTargetsFromThenOn(String rule, String priority, String story, String asOf, String told) {
        SlaReading reading = Story.read(priority, story, asOf);
        assertEquals(told, Story.describe(reading.clock(ClockKind.RESOLUTION)), rule);
    }

    @Test
    void aReadingSaysWhatWasPromised() {
        SlaReading reading = Story.read("DAYS-2", "Mon1 10:00 created", "Mon1 12:00");
        CycleReading cycle = reading.clock(ClockKind.RESOLUTION).current();
        assertEquals(new Target.Days(2, "CLOSE"), cycle.targetDays());
        assertEquals(23 * 3_600L, cycle.targetSeconds());
        assertEquals("{\"businessDays\":2,\"by\":\"CLOSE\"}", CanonicalJson.text(cycle.targetDays()));
        assertNull(Story.read("P3", "Mon1 10:00 created", "Mon1 12:00")
                .clock(ClockKind.RESOLUTION)
                .current()
                .targetDays());
    }

    /** Without a pause the clock is due at the moment that was promised, however the hours lie. */
    @Property(tries = 2_000)
    void unpausedTheyAreDueAtTheirMoment(@ForAll long seed) {
        RandomCalendars calendars = new RandomCalendars(seed);
        Random random = new Random(seed);
        Instant start = calendars.moment();
        CompiledCalendar calendar = calendars.calendarAround(start).parse().compile();
        String by = random.nextBoolean() ? "CLOSE" : "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
        Target.Days target = new Target.Days(1 + random.nextInt(6), by);
        Instant moment = calendar.onBusinessDay(start, target.businessDays(), target.time());
        assertEquals(moment, new ClockTerms(target, calendar, Set.of()).due(start));
    }
}
