package dev.remit.engines.calendar;

import static dev.remit.engines.calendar.Calendars.calendar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a calculation may take of its budget. A table spans 2^25 seconds, which touch 394 or 395 local dates with those around. */
class StepBudgetTest {
    private static final Instant START = Instant.EPOCH;
    private static final Instant LATER = START.plusSeconds(40L << 25);

    private static CompiledCalendar with(String text, long steps) {
        return calendar(text).calendar().compile(new StepBudget(steps, () -> false));
    }

    static String[] calendars() {
        String busiest = IntStream.range(0, WorkingCalendar.MOST_WINDOWS_A_DAY)
                .mapToObj(
                        half -> "%02d:%02d-%02d:%02d".formatted(half / 2, half % 2 * 30, half / 2, half % 2 * 30 + 20))
                .collect(Collectors.joining(" "));
        return new String[] {"UTC", "UTC; MON-SUN 00:00-24:00", "Europe/London; MON-SUN " + busiest};
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void countingTakesNoMoreThanIsSaid(String text) {
        long said = calendar(text).steps(START, LATER) + calendar(text).steps(START, START.plusSeconds(1L << 25));
        CompiledCalendar enough = with(text, said);
        assertEquals(calendar(text).openSeconds(START, LATER), enough.openSeconds(START, LATER));
        assertTrue(
                said < 2 * 41 * 395L * (1 + WorkingCalendar.MOST_WINDOWS_A_DAY), "and what is said is no wild guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC, 394", "UTC; MON-SUN 00:00-24:00, 788", "UTC; MON-SUN 00:00-12:00 13:00-24:00, 1182"})
    void aDateAndAWindowAreAStepEach(String textAndSteps) {
        String text = textAndSteps.substring(0, textAndSteps.lastIndexOf(','));
        long steps = Long.parseLong(textAndSteps.substring(textAndSteps.lastIndexOf(' ') + 1));
        with(text, steps).isOpen(START);
        assertThrows(TooMuchWork.class, () -> with(text, steps - 1).isOpen(START));
    }

    @Test
    void withinOneTableNothingIsSaid() {
        CompiledCalendar always = WorkingCalendar.always().compile();
        assertEquals(0, always.steps(START, START.plusSeconds((1L << 25) - 1)));
        assertEquals(0, always.steps(LATER, START));
        assertEquals(395 * 2, always.steps(START, START.plusSeconds(1L << 25)));
    }

    @Test
    void aChangeOfBandCostsWhatItSays() {
        Instant end = START.plusSeconds(86_400);
        String nineToFive = "UTC; MON-SUN 09:00-17:00";
        assertEquals(
                3,
                with(nineToFive, 788 + 3 * StepBudget.BAND_CHANGE)
                        .bands(START, end)
                        .size());
        assertThrows(TooMuchWork.class, () -> with(nineToFive, 788 + 3 * StepBudget.BAND_CHANGE - 1)
                .bands(START, end));
    }
}
