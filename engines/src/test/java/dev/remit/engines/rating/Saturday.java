package dev.remit.engines.rating;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.money.Fraction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The terms that tests share: a law firm in New York, open Monday to Friday 8:30 to 17:30, and times as it reads them. */
final class Saturday {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final List<List<String>> HOURS = List.of(List.of("08:30", "17:30"));

    static final CompiledCalendar CALENDAR = new CalendarText(
                    NEW_YORK.getId(),
                    Map.of(
                            "MONDAY", HOURS,
                            "TUESDAY", HOURS,
                            "WEDNESDAY", HOURS,
                            "THURSDAY", HOURS,
                            "FRIDAY", HOURS),
                    List.of("2026-06-19", "2026-07-03"),
                    Map.of(),
                    null)
            .parse()
            .compile();

    private Saturday() {}

    /** A local time of June 2026 in New York, as {@code "13 08:00"}; the 13th is a Saturday. */
    static Instant june(String dayAndTime) {
        return LocalDateTime.parse("2026-06-" + dayAndTime.replace(' ', 'T'))
                .atZone(NEW_YORK)
                .toInstant();
    }

    /** 150.00 an hour, 1.5 out of hours, twice on holidays, every begun minute, no travel, no tax. */
    static CardBuilder card() {
        return CardBuilder.in("USD")
                .hourly(HourlyRate.of("ONSITE", 15_000))
                .multiplier(Band.BUSINESS, Fraction.ONE)
                .multiplier(Band.AFTER_HOURS, Fraction.parse("1.5"))
                .multiplier(Band.WEEKEND, Fraction.parse("1.5"))
                .multiplier(Band.HOLIDAY, Fraction.parse("2"));
    }

    static BillingUnit unit(long minimum, long increment, Rounding rounding) {
        return new BillingUnit(minimum, increment, rounding);
    }

    static TimeEntry.Builder entry(String id, String from, String to) {
        return TimeEntry.of(id, "ONSITE", june(from), june(to));
    }

    static PrepaidBlock block(String id, String purchasedOn, long minutes) {
        return new PrepaidBlock(id, LocalDate.parse(purchasedOn), minutes);
    }

    static RatingResult rate(RateCard card, TimeEntry... entries) {
        return RatingEngine.rate(RatingCase.of(new RatingTerms(CALENDAR, card), List.of(entries)));
    }

    static RatingResult rate(RateCard card, List<PrepaidBlock> blocks, List<Cap> caps, TimeEntry... entries) {
        return RatingEngine.rate(
                RatingCase.of(new RatingTerms(CALENDAR, card), List.of(entries)).with(blocks, caps));
    }

    static List<Long> amounts(RatingResult result) {
        return result.lines().stream().map(RatedLine::amountMinor).toList();
    }

    static List<Long> billed(RatingResult result) {
        return result.lines().stream().map(RatedLine::billedMinor).toList();
    }
}
