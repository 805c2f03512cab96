package dev.remit.engines.rating;

import static dev.remit.engines.rating.Saturday.card;
import static dev.remit.engines.rating.Saturday.entry;
import static dev.remit.engines.rating.Saturday.june;
import static dev.remit.engines.rating.Saturday.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.rating.TimeEntry.LaterTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work that goes on over a midnight on which its price changes. */
class LaterTermsTest {
    private static final RatingTerms FIRST = new RatingTerms(Saturday.CALENDAR, card().build());
    private static final RatingTerms SECOND = new RatingTerms(
            Saturday.CALENDAR,
            CardBuilder.in("USD").hourly(HourlyRate.of("ONSITE", 20_000)).build());

    private static List<String> words(RatingResult result) {
        return result.lines().stream()
                .map(line -> (line.from() == null ? "start" : line.from()) + " " + line.band() + ": "
                        + line.arithmetic() + " = " + line.amountMinor())
                .toList();
    }

    @Test
    void aRateThatChangesAtMidnightPricesTheWorkOfItsOwnDate() {
        RateCard rises = CardBuilder.in("USD")
                .hourly(new HourlyRate("ONSITE", null, 15_000, null, LocalDate.parse("2026-06-12")))
                .hourly(new HourlyRate("ONSITE", null, 18_000, LocalDate.parse("2026-06-12"), null))
                .build();
        assertEquals(
                List.of(
                        "start AFTER_HOURS: 60 min × 150.00/h = 15000",
                        "2026-06-12T04:00:00Z AFTER_HOURS: 120 min × 180.00/h = 36000"),
                words(rate(rises, entry("t1", "11 23:00", "12 02:00").build())));
    }

    @Test
    void anotherWorkTypesRateCutsNothing() {
        RateCard other = CardBuilder.in("USD")
                .hourly(HourlyRate.of("ONSITE", 15_000))
                .hourly(new HourlyRate("REMOTE", null, 9_000, LocalDate.parse("2026-06-12"), null))
                .build();
        assertEquals(
                List.of("start AFTER_HOURS: 180 min × 150.00/h = 45000"),
                words(rate(other, entry("t1", "11 23:00", "12 02:00").build())));
    }

    @Test
    void anEntryIsRoundedOnceAndItsMinutesAreSharedOverAllPieces() {
        RateCard rises = CardBuilder.in("USD")
                .hourly(new HourlyRate("ONSITE", null, 15_000, null, LocalDate.parse("2026-06-12")))
                .hourly(new HourlyRate("ONSITE", null, 18_000, LocalDate.parse("2026-06-12"), null))
                .unit(Saturday.unit(60, 15, Rounding.UP))
                .build();
        assertEquals(
                List.of(
                        "start AFTER_HOURS: 20 min × 150.00/h = 5000",
                        "2026-06-12T04:00:00Z AFTER_HOURS: 40 min × 180.00/h = 12000"),
                words(rate(rises, entry("t1", "11 23:50", "12 00:20").build())));
    }

    @Test
    void termsThatTakeOverPriceWhatIsWorkedFromThenOn() {
        Instant midnight = june("12 00:00");
        TimeEntry work = entry("t1", "11 23:00", "12 02:00")
                .terms("first")
                .laterTerms(List.of(new LaterTerms(midnight, "second")))
                .build();
        RatingCase both =
                new RatingCase(FIRST, Map.of("first", FIRST, "second", SECOND), List.of(work), List.of(), List.of());
        List<String> expected = List.of(
                "start AFTER_HOURS: 60 min × 150.00/h × 1.5 = 22500",
                midnight + " AFTER_HOURS: 120 min × 200.00/h = 40000");
        assertEquals(expected, words(RatingEngine.rate(both)));
        assertEquals(expected, words(RatingEngine.rate(both.apart().getFirst())));
    }

    @Test
    void laterTermsBeginWithinTheWorkAndAreKnown() {
        LaterTerms atTheStart = new LaterTerms(june("11 23:00"), "second");
        TimeEntry.Builder work = entry("t1", "11 23:00", "12 02:00");
        assertEquals(
                "laterTerms[0].from",
                assertThrows(InvalidInput.class, () -> work.laterTerms(List.of(atTheStart))
                                .build())
                        .path());
        TimeEntry unknown = entry("t1", "11 23:00", "12 02:00")
                .laterTerms(List.of(new LaterTerms(june("12 00:00"), "third")))
                .build();
        assertEquals(
                "entries[0].laterTerms[0].terms",
                assertThrows(InvalidInput.class, () -> RatingCase.of(FIRST, List.of(unknown)))
                        .path());
    }
}
