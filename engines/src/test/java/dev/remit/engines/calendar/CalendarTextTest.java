package dev.remit.engines.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a calendar refuses, and that it names the field. */
class CalendarTextTest {
    private static final Map<String, List<List<String>>> NO_WINDOWS = Map.of();

    private static String refusal(CalendarText text) {
        return assertThrows(InvalidInput.class, text::parse).path();
    }

    private static CalendarText mondays(String open, String close) {
        return new CalendarText(
                "Europe/London", Map.of("MONDAY", List.of(List.of(open, close))), List.of(), null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Europe/Atlantis", "Z", "+02:00", "UTC+2", "GMT+1", "SITE", "europe/london", " Europe/London"
            })
    void refusesWhatIsNoIanaZone(String zone) {
        assertEquals("zone", refusal(new CalendarText(zone, NO_WINDOWS, null, null, null)));
    }

    @Test
    void refusesAMissingZoneOrWeek() {
        assertEquals("zone", refusal(new CalendarText(null, NO_WINDOWS, null, null, null)));
        assertEquals("weekly", refusal(new CalendarText("UTC", null, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "9:00, 17:00",
        "09:00, 17",
        "09:00, 25:00",
        "09:00, 24:01",
        "09:60, 17:00",
        "24:00, 17:00",
        "24:00, 24:00",
        "09:00, 09:00",
        "00:00, 00:00",
        "09:00, 17:00:00",
        "09:00, noon",
        "-1:00, 17:00",
        "٠٩:٠٠, 17:00",
    })
    void refusesTimesThatAreNone(String open, String close) {
        assertEquals("weekly.MONDAY[0]", refusal(mondays(open, close)));
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, 24:00, 0, 1440",
        "09:00, 17:30, 540, 1050",
        "20:00, 00:00, 1200, 1440",
        "20:00, 24:00, 1200, 1440",
        "20:00, 23:59, 1200, 1439",
        "22:00, 06:00, 1320, 1800",
        "00:01, 00:00, 1, 1440",
        "12:00, 11:59, 720, 2159",
    })
    void readsTheMinutesOfAWindow(String open, String close, int opens, int closes) {
        assertEquals(new DailyWindow(opens, closes), DailyWindow.parse(open, close, "window"));
    }

    @Test
    void namesThePlaceOfEachFault() {
        Map<String, List<List<String>>> unknownDay = Map.of("FUNDAY", List.of());
        assertEquals("weekly.FUNDAY", refusal(new CalendarText("UTC", unknownDay, null, null, null)));
        Map<String, List<List<String>>> second = Map.of("FRIDAY", List.of(List.of("09:00", "10:00"), List.of("11:00")));
        assertEquals("weekly.FRIDAY[1]", refusal(new CalendarText("UTC", second, null, null, null)));
        List<String> holidays = List.of("2026-12-25", "2026-02-30");
        assertEquals("holidays[1]", refusal(new CalendarText("UTC", NO_WINDOWS, holidays, null, null)));
        Map<String, List<List<String>>> badDate = Map.of("24.12.2026", List.of());
        assertEquals("exceptions.24.12.2026", refusal(new CalendarText("UTC", NO_WINDOWS, null, badDate, null)));
        Map<String, List<List<String>>> badTime = Map.of("2026-12-24", List.of(List.of("nine", "12:00")));
        assertEquals("exceptions.2026-12-24[0]", refusal(new CalendarText("UTC", NO_WINDOWS, null, badTime, null)));
        assertEquals(
                "weekendDays[1]", refusal(new CalendarText("UTC", NO_WINDOWS, null, null, List.of("SATURDAY", "SUN"))));
    }

    @Test
    void refusesNullsInsideWithTheirPlace() {
        Map<String, List<List<String>>> week = new HashMap<>();
        week.put("MONDAY", null);
        assertEquals("weekly.MONDAY", refusal(new CalendarText("UTC", week, null, null, null)));
        week.put("MONDAY", Collections.singletonList(null));
        assertEquals("weekly.MONDAY[0]", refusal(new CalendarText("UTC", week, null, null, null)));
        List<String> holidays = Collections.singletonList(null);
        assertEquals("holidays[0]", refusal(new CalendarText("UTC", NO_WINDOWS, holidays, null, null)));
    }

    @Test
    void refusesMoreWindowsThanItKeepsInMemory() {
        List<List<String>> windows = new ArrayList<>();
        for (int i = 0; i <= WorkingCalendar.MOST_WINDOWS_A_DAY; i++) {
            windows.add(List.of(String.format("%02d:%02d", i / 3, i % 3 * 20), String.format("%02d:59", i / 3)));
        }
        CalendarText text = new CalendarText("UTC", Map.of("MONDAY", windows), null, null, null);
        assertEquals("weekly.MONDAY", refusal(text));
    }

    @Test
    void equalTextsAreEqualCalendarsWhateverTheOrder() {
        WorkingCalendar one = new CalendarText(
                        "UTC",
                        Map.of("MONDAY", List.of(List.of("09:00", "12:00"), List.of("13:00", "17:00"))),
                        List.of("2026-12-25", "2026-12-26"),
                        null,
                        null)
                .parse();
        WorkingCalendar two = new CalendarText(
                        "UTC",
                        Map.of(
                                "MONDAY",
                                List.of(List.of("13:00", "17:00"), List.of("09:00", "12:00")),
                                "SUNDAY",
                                List.of()),
                        List.of("2026-12-26", "2026-12-25", "2026-12-25"),
                        Map.of(),
                        List.of("SUNDAY", "SATURDAY"))
                .parse();
        assertEquals(one, two);
        assertEquals(one.compile(), two.compile());
        assertEquals(one.compile().hashCode(), two.compile().hashCode());
    }

    @Test
    void movesToTheZoneOfASite() {
        CalendarText text = mondays("09:00", "17:00").in("Asia/Kathmandu");
        assertEquals("Asia/Kathmandu", text.parse().zone().getId());
    }
}
