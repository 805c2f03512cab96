package dev.remit.engines.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds of every calendar. */
class CalendarPropertiesTest {
    private static final int YEAR = 366 * 86_400;

    @Property(tries = 2_000)
    void dueAndOpenTimeAreInverse(@ForAll long seed, @ForAll @IntRange(max = YEAR) int seconds) {
        RandomCalendars random = new RandomCalendars(seed);
        Instant start = random.moment();
        CompiledCalendar calendar = random.calendarAround(start).parse().compile();
        Instant due = calendar.due(start, seconds);
        if (due != null) {
            assertEquals(seconds, calendar.openSeconds(start, due));
            assertTrue(seconds == 0 || calendar.openSeconds(start, due.minusSeconds(1)) < seconds);
            assertTrue(seconds == 0 || calendar.isOpen(due.minusSeconds(1)));
        }
    }

    @Property(tries = 1_000)
    void aLaterStartIsNeverDueEarlier(
            @ForAll long seed, @ForAll @IntRange(max = YEAR) int seconds, @ForAll @IntRange(max = YEAR) int later) {
        RandomCalendars random = new RandomCalendars(seed);
        Instant start = random.moment();
        CompiledCalendar calendar = random.calendarAround(start).parse().compile();
        Instant due = calendar.due(start, seconds);
        Instant dueLater = calendar.due(start.plusSeconds(later), seconds);
        assertFalse(due != null && dueLater != null && dueLater.isBefore(due));
    }

    @Property(tries = 1_000)
    void openTimeAddsUpAndIsNeverMoreThanRealTime(
            @ForAll long seed, @ForAll @IntRange(max = YEAR) int first, @ForAll @IntRange(max = YEAR) int second) {
        RandomCalendars random = new RandomCalendars(seed);
        Instant start = random.moment();
        CompiledCalendar calendar = random.calendarAround(start).parse().compile();
        Instant middle = start.plusSeconds(first);
        Instant end = middle.plusSeconds(second);
        long whole = calendar.openSeconds(start, end);
        assertEquals(whole, calendar.openSeconds(start, middle) + calendar.openSeconds(middle, end));
        assertTrue(whole >= 0 && whole <= (long) first + second);
    }

    @Property(tries = 500)
    void isReadBackAsItWasWritten(@ForAll long seed) {
        RandomCalendars random = new RandomCalendars(seed);
        CalendarText text = random.calendarAround(random.moment());
        byte[] asTyped = CanonicalJson.bytes(text);
        byte[] asChecked = CanonicalJson.bytes(CalendarText.of(text.parse()));
        assertEquals(
                text.parse(), Json.read(Json.parse(asTyped), CalendarText.class).parse());
        assertEquals(
                text.parse(),
                Json.read(Json.parse(asChecked), CalendarText.class).parse());
    }

    @Property(tries = 500)
    void bandsCoverTheWholeOnceAndNeighboursDiffer(
            @ForAll long seed, @ForAll @LongRange(min = 1, max = YEAR) long span) {
        RandomCalendars random = new RandomCalendars(seed);
        Instant start = random.moment();
        CompiledCalendar calendar = random.calendarAround(start).parse().compile();
        Instant at = start;
        Band last = null;
        for (BandPiece piece : calendar.bands(start, start.plusSeconds(span))) {
            assertEquals(at, piece.from());
            assertFalse(piece.band() == last);
            at = piece.to();
            last = piece.band();
        }
        assertEquals(start.plusSeconds(span), at);
    }
}
