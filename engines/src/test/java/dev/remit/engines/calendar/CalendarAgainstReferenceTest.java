package dev.remit.engines.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The compiled calendar against painting every minute, or second, of the stretch. */
class CalendarAgainstReferenceTest {
    private static final int DAY = 86_400;

    @Test
    void openTimeAndDueAgreeMinuteByMinute() {
        compare(20_000, 8, 60, 20_261_122L);
    }

    @Test
    void openTimeAndDueAgreeSecondBySecond() {
        compare(300, 3, 1, 7L);
    }

    @Test
    void openTimeAndDueAgreeOverYears() {
        compare(40, 1_100, 60, 3L);
    }

    private static void compare(int cases, int days, int cellSeconds, long seed) {
        RandomCalendars random = new RandomCalendars(seed);
        for (int i = 0; i < cases; i++) {
            Instant start = random.moment();
            CalendarText text = random.calendarAround(start);
            CompiledCalendar calendar = text.parse().compile();
            Instant end = start.plusSeconds((long) days * DAY);
            SlowCalendar slow = new SlowCalendar(text, start, end, cellSeconds);
            int cells = days * DAY / cellSeconds;
            Instant from = start.plusSeconds((long) random.upTo(cells) * cellSeconds);
            Instant to = start.plusSeconds((long) random.upTo(cells) * cellSeconds);
            assertEquals(
                    slow.openSeconds(from, to), calendar.openSeconds(from, to), () -> text + " " + from + " " + to);
            assertEquals(slow.isOpen(from), calendar.isOpen(from), () -> text + " " + from);
            long target = random.upTo(cells / 2);
            assertEquals(
                    slow.due(from, target),
                    calendar.due(from, target * cellSeconds, end),
                    () -> text + " " + from + " after " + target);
        }
    }

    @Test
    void bandsAgreeMinuteByMinute() {
        RandomCalendars random = new RandomCalendars(11L);
        for (int i = 0; i < 2_000; i++) {
            Instant start = random.moment();
            CalendarText text = random.calendarAround(start);
            CompiledCalendar calendar = text.parse().compile();
            Instant end = start.plusSeconds(2 * DAY);
            SlowCalendar slow = new SlowCalendar(text, start, end.plusSeconds(DAY), 60);
            Instant at = start;
            for (BandPiece piece : calendar.bands(start, end)) {
                for (; at.isBefore(piece.to()); at = at.plusSeconds(60)) {
                    Instant minute = at;
                    assertEquals(slow.bandAt(at), piece.band(), () -> text + " " + minute);
                }
            }
            assertEquals(end, at);
        }
    }

    @Test
    void edgesAgreeMinuteByMinute() {
        RandomCalendars random = new RandomCalendars(5L);
        for (int i = 0; i < 2_000; i++) {
            Instant start = random.moment();
            CalendarText text = random.calendarAround(start);
            CompiledCalendar calendar = text.parse().compile();
            Instant before = start.minusSeconds(4 * DAY);
            SlowCalendar slow = new SlowCalendar(text, before.minusSeconds(60), start.plusSeconds(4 * DAY), 60);
            Instant next = start.plusSeconds(60);
            while (next.isBefore(start.plusSeconds(3 * DAY))
                    && slow.isOpen(next) == slow.isOpen(next.minusSeconds(60))) {
                next = next.plusSeconds(60);
            }
            if (next.isBefore(start.plusSeconds(3 * DAY))) {
                assertEquals(next, calendar.nextEdge(start), () -> text + " " + start);
            }
        }
    }
}
