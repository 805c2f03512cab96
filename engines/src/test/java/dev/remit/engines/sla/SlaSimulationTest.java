package dev.remit.engines.sla;

import static dev.remit.engines.calendar.Calendars.calendar;
import static dev.remit.engines.calendar.Calendars.moment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.WorkStopped;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.calendar.RandomCalendars;
import dev.remit.engines.calendar.SlowCalendar;
import dev.remit.engines.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target on a calendar with pauses. Times are local; a pause is {@code from > to}, and without a to never over. */
class SlaSimulationTest {
    private static final int DAY_MINUTES = 1_440;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "never", textBlock = """
        no pause                                     | 2026-06-01 10:00 | 120 |                                                                      | 2026-06-01 12:00
        paused for an hour                           | 2026-06-01 10:00 | 120 | 2026-06-01 11:00 > 2026-06-01 12:00                                  | 2026-06-01 13:00
        two pauses add up                            | 2026-06-01 10:00 | 120 | 2026-06-01 10:30 > 2026-06-01 11:00, 2026-06-01 11:15 > 2026-06-01 12:00 | 2026-06-01 13:15
        overlapping pauses count once                | 2026-06-01 10:00 | 120 | 2026-06-01 10:30 > 2026-06-01 11:30, 2026-06-01 11:00 > 2026-06-01 12:00 | 2026-06-01 13:30
        a pause within a pause                       | 2026-06-01 10:00 | 120 | 2026-06-01 10:30 > 2026-06-01 12:00, 2026-06-01 11:00 > 2026-06-01 11:10 | 2026-06-01 13:30
        pauses in no order                           | 2026-06-01 10:00 | 120 | 2026-06-01 11:15 > 2026-06-01 12:00, 2026-06-01 10:30 > 2026-06-01 11:00 | 2026-06-01 13:15
        a pause overnight costs only open time       | 2026-06-01 16:00 | 120 | 2026-06-01 16:30 > 2026-06-02 09:30                                  | 2026-06-02 11:00
        a pause while closed costs nothing           | 2026-06-01 16:00 | 120 | 2026-06-01 18:00 > 2026-06-02 08:00                                  | 2026-06-02 10:00
        a pause from before the start is clipped     | 2026-06-01 10:00 | 120 | 2026-06-01 08:00 > 2026-06-01 10:30                                  | 2026-06-01 12:30
        a pause wholly before the start is nothing   | 2026-06-01 10:00 | 120 | 2026-06-01 08:00 > 2026-06-01 09:59                                  | 2026-06-01 12:00
        a pause that ends where it starts is nothing | 2026-06-01 10:00 | 120 | 2026-06-01 11:00 > 2026-06-01 11:00                                  | 2026-06-01 12:00
        a pause that ends before it starts           | 2026-06-01 10:00 | 120 | 2026-06-01 11:00 > 2026-06-01 10:30                                  | 2026-06-01 12:00
        used up where a pause begins: due there      | 2026-06-01 10:00 | 120 | 2026-06-01 12:00 > 2026-06-01 14:00                                  | 2026-06-01 12:00
        one minute more: after the pause             | 2026-06-01 10:00 | 121 | 2026-06-01 12:00 > 2026-06-01 14:00                                  | 2026-06-01 14:01
        used up at closing, paused from then         | 2026-06-01 16:00 | 60  | 2026-06-01 17:00 > 2026-06-02 12:00                                  | 2026-06-01 17:00
        a pause that is never over stops the clock   | 2026-06-01 10:00 | 120 | 2026-06-01 11:00 >                                                   | never
        due before a pause that is never over        | 2026-06-01 10:00 | 60  | 2026-06-01 11:00 >                                                   | 2026-06-01 11:00
        nothing to use up: due at once, even paused  | 2026-06-01 10:00 | 0   | 2026-06-01 09:00 >                                                   | 2026-06-01 10:00
        a pause over the spring night is real time   | 2026-03-28 12:00 | 60  | 2026-03-28 12:30 > 2026-03-30 09:30                                  | 2026-03-30 10:00
        """)
    void isDue(String rule, String start, long minutes, String pauses, String due) {
        CompiledCalendar calendar = calendar("Europe/London; MON-FRI 09:00-17:00; on 2026-03-28 09:00-17:00");
        SlaSimulation simulation = new SlaSimulation(calendar, moment(start, calendar), pauses(pauses, calendar));
        Instant expected = due == null ? null : moment(due, calendar);
        assertEquals(expected, simulation.due(minutes * 60), rule);
        if (expected != null) {
            assertEquals(minutes * 60, simulation.elapsed(expected), rule);
        }
    }

    private static List<Pause> pauses(String text, CompiledCalendar calendar) {
        List<Pause> pauses = new ArrayList<>();
        if (text != null) {
            for (String pause : text.split(",")) {
                String[] ends = pause.split(">");
                boolean over = ends.length > 1 && !ends[1].isBlank();
                pauses.add(new Pause(moment(ends[0].trim(), calendar), over ? moment(ends[1].trim(), calendar) : null));
            }
        }
        return pauses;
    }

    @Test
    void aPauseIsMovedByOpenTimeNotByWallClock() {
        CompiledCalendar calendar = calendar("Europe/London; MON-FRI 09:00-17:00");
        Instant start = moment("2026-06-05 16:00", calendar);
        Pause overTheWeekend = new Pause(moment("2026-06-05 16:30", calendar), moment("2026-06-08 09:30", calendar));
        SlaSimulation simulation = new SlaSimulation(calendar, start, List.of(overTheWeekend));
        assertEquals(moment("2026-06-08 10:00", calendar), simulation.due(3_600));
    }

    @Test
    void answersForEveryMomentAskedInItsOrder() {
        CompiledCalendar calendar = calendar("Europe/London; MON 09:00-12:30 13:30-17:30; holidays 2026-12-25");
        List<Pause> pauses =
                List.of(new Pause(Instant.parse("2026-03-30T09:00:00Z"), Instant.parse("2026-03-30T10:00:00Z")));
        SlaSimulation simulation = new SlaSimulation(calendar, Instant.parse("2026-03-27T16:30:00Z"), pauses);
        Instant lunch = Instant.parse("2026-03-30T12:00:00Z");
        Instant early = Instant.parse("2026-03-27T00:00:00Z");
        Instant odd = Instant.parse("2026-03-30T08:01:59.999Z");
        List<SlaSimulation.Elapsed> answers = simulation.elapsed(List.of(lunch, early, odd));
        assertEquals(9_000, answers.get(0).seconds());
        assertEquals(150, answers.get(0).minutes());
        assertEquals(0, answers.get(1).seconds());
        assertEquals(119, answers.get(2).seconds());
        assertEquals(1, answers.get(2).minutes());
        assertEquals(odd, answers.get(2).at());
        assertEquals(Instant.parse("2026-03-30T14:00:00Z"), simulation.due(240 * 60));
    }

    @Test
    void theHorizonIsCountedFromTheStartEvenAfterAPause() {
        Instant start = Instant.parse("2026-06-01T00:00:00Z");
        Pause ninetyYears = new Pause(start, Instant.parse("2116-06-01T00:00:00Z"));
        Pause longer = new Pause(start, Instant.parse("2126-06-01T00:00:01Z"));
        Pause farOff = new Pause(Instant.parse("+50000-01-01T00:00:00Z"), null);
        SlaSimulation always = new SlaSimulation(Story.ALWAYS, start, List.of(ninetyYears, farOff));
        long tenYears = Instant.parse("2126-06-01T00:00:00Z").getEpochSecond()
                - ninetyYears.to().getEpochSecond();
        assertEquals(Instant.parse("2126-06-01T00:00:00Z"), always.due(tenYears));
        assertNull(always.due(tenYears + 1));
        assertNull(new SlaSimulation(Story.ALWAYS, start, List.of(longer)).due(1));
    }

    @Test
    void refusesANegativeTarget() {
        SlaSimulation simulation = new SlaSimulation(Story.ALWAYS, Instant.EPOCH, List.of());
        assertThrows(IllegalArgumentException.class, () -> simulation.due(-1));
    }

    @Test
    void agreesWithPaintingEveryMinute() {
        RandomCalendars random = new RandomCalendars(31L);
        for (int i = 0; i < 10_000; i++) {
            Instant start = random.moment();
            CalendarText text = random.calendarAround(start);
            Instant end = start.plusSeconds(9L * 86_400);
            SlowCalendar slow = new SlowCalendar(text, start, end, 60);
            List<Pause> pauses = new ArrayList<>();
            for (int p = random.upTo(5); p > 0; p--) {
                Instant from = start.plusSeconds(60L * (random.upTo(8 * DAY_MINUTES) - 300));
                Instant to = random.upTo(40) == 7 ? null : from.plusSeconds(60L * (random.upTo(2_000) - 50));
                pauses.add(new Pause(from, to));
                slow.without(from, to);
            }
            SlaSimulation simulation = new SlaSimulation(text.parse().compile(), start, pauses);
            Instant at = start.plusSeconds(60L * random.upTo(9 * DAY_MINUTES));
            assertEquals(slow.openSeconds(start, at), simulation.elapsed(at), () -> text + " " + start + " " + pauses);
            long minutes = random.upTo(4 * DAY_MINUTES);
            Instant due = simulation.due(minutes * 60);
            assertEquals(
                    slow.due(start, minutes),
                    due == null || due.isAfter(end) ? null : due,
                    () -> text + " " + start + " " + minutes + " " + pauses);
        }
    }

    @Test
    void momentsAreAnsweredInTheOrderTheyWereAskedAndWalkedInTheOrderOfTime() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            moments.add(start.plusSeconds((i % 2) * 6_000_000_000L + (i * 7_919L) % 10_000));
        }
        CompiledCalendar calendar = WorkingCalendar.always().compile(new StepBudget(400_000, () -> false));
        List<SlaSimulation.Elapsed> answers = new SlaSimulation(calendar, start, List.of()).elapsed(moments);
        for (int i = 0; i < moments.size(); i++) {
            assertEquals(moments.get(i), answers.get(i).at());
            assertEquals(
                    Duration.between(start, moments.get(i)).toSeconds(),
                    answers.get(i).seconds());
        }
    }

    @Test
    void aBudgetEndsAWalkAndSoDoesWhoeverStopsIt() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        CompiledCalendar few = WorkingCalendar.always().compile(new StepBudget(10_000, () -> false));
        CompiledCalendar stopped = WorkingCalendar.always().compile(new StepBudget(10_000, () -> true));
        SlaSimulation far = new SlaSimulation(few, start, List.of());
        assertThrows(TooMuchWork.class, () -> far.due(3_000_000_000L));
        assertThrows(WorkStopped.class, () -> new SlaSimulation(stopped, start, List.of()).due(1));
    }
}
