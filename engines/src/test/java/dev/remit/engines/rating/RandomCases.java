package dev.remit.engines.rating;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.money.Fraction;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Cases as odd as agreements can be: zones with half hours, skipped days, nights across holidays, tiny units, full caps. */
final class RandomCases {

    /** A zone and a moment near which something happens to it. */
    private static final List<List<String>> PLACES = List.of(
            List.of("America/New_York", "2026-03-08T06:00:00Z"),
            List.of("America/New_York", "2026-11-01T05:00:00Z"),
            List.of("America/Chicago", "2026-06-20T13:00:00Z"),
            List.of("Europe/London", "2026-10-25T00:30:00Z"),
            List.of("Asia/Kathmandu", "2026-06-20T13:00:00Z"),
            List.of("Australia/Lord_Howe", "2026-04-04T14:00:00Z"),
            List.of("Australia/Lord_Howe", "2026-10-03T15:00:00Z"),
            List.of("Pacific/Apia", "2011-12-30T09:00:00Z"),
            List.of("Africa/Casablanca", "2026-03-22T01:00:00Z"),
            List.of("America/Sao_Paulo", "2018-11-04T03:00:00Z"),
            List.of("Pacific/Chatham", "2026-04-04T14:30:00Z"));

    private static final List<String> MULTIPLIERS = List.of("0", "0.5", "1", "1.25", "1.5", "2", "2.333", "1.0005");

    private final Random random;
    private ZoneId zone;
    private Instant around;

    RandomCases(long seed) {
        random = new Random(seed);
    }

    RatingCase next() {
        List<String> place = pick(PLACES);
        zone = ZoneId.of(place.get(0));
        around = Instant.parse(place.get(1));
        RatingTerms terms = new RatingTerms(calendar(), card());
        List<TimeEntry> entries = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            entries.add(entry("t" + i));
        }
        return RatingCase.of(terms, entries).with(blocks(), caps());
    }

    private CompiledCalendar calendar() {
        Map<String, List<List<String>>> weekly = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int windows = random.nextInt(4) == 0 ? 2 : random.nextInt(5) == 0 ? 0 : 1;
            List<List<String>> list = new ArrayList<>();
            for (int i = 0; i < windows; i++) {
                list.add(window());
            }
            weekly.put(day.name(), list);
        }
        LocalDate day = today();
        List<String> holidays = new ArrayList<>();
        Map<String, List<List<String>>> exceptions = new LinkedHashMap<>();
        for (int offset = -2; offset < 3; offset++) {
            if (random.nextInt(6) == 0) {
                holidays.add(day.plusDays(offset).toString());
            }
            if (random.nextInt(10) == 0) {
                exceptions.put(day.plusDays(offset).toString(), random.nextBoolean() ? List.of() : List.of(window()));
            }
        }
        List<String> weekend = random.nextInt(4) == 0 ? pick(List.of(List.of("FRIDAY"), List.of())) : null;
        return new CalendarText(zone.getId(), weekly, holidays, exceptions, weekend)
                .parse()
                .compile();
    }

    private List<String> window() {
        int open = random.nextInt(48) * 30;
        int close = (open + 30 + random.nextInt(46) * 30) % 1440;
        return List.of(time(open), time(close));
    }

    private static String time(int minute) {
        String hour = minute / 60 < 10 ? "0" + minute / 60 : "" + minute / 60;
        return hour + ":" + (minute % 60 == 0 ? "00" : "30");
    }

    private RateCard card() {
        CardBuilder card = CardBuilder.in(pick(List.of("USD", "JPY", "KWD")))
                .hourly(new HourlyRate("ONSITE", null, 1 + random.nextInt(30_000), null, today()))
                .hourly(new HourlyRate("ONSITE", null, 1 + random.nextInt(30_000), today(), null))
                .hourly(new HourlyRate("ONSITE", "ENGINEER", 1 + random.nextInt(30_000), null, null))
                .hourly(HourlyRate.of("REMOTE", random.nextInt(100)))
                .grouping(pick(List.of(Grouping.values())))
                .blockBurn(pick(List.of(BlockBurn.values())))
                .unit(new BillingUnit(
                        random.nextInt(3) == 0 ? random.nextInt(90) : 0,
                        pick(List.of(1L, 5L, 6L, 15L, 20L, 60L)),
                        pick(List.of(Rounding.values()))));
        for (String workType : Arrays.asList("ONSITE", "REMOTE", null)) {
            for (Band band : Arrays.asList(Band.WEEKEND, Band.AFTER_HOURS, null)) {
                if ((workType != null || band != null) && random.nextInt(12) == 0) {
                    card.specialUnit(new BillingUnit.Special(
                            workType, band, new BillingUnit(random.nextInt(90), 1 + random.nextInt(30), Rounding.UP)));
                }
            }
        }
        for (Band band : Band.values()) {
            if (random.nextInt(5) > 0) {
                card.multiplier(band, Fraction.parse(pick(MULTIPLIERS)));
            }
        }
        if (random.nextBoolean()) {
            card.overage(HourlyRate.of(pick(List.of("ONSITE", "REMOTE")), random.nextInt(20_000)));
        }
        if (random.nextBoolean()) {
            card.travel(
                    switch (random.nextInt(4)) {
                        case 0 -> new Travel.Hourly(random.nextInt(10_000));
                        case 1 -> new Travel.Distance(Fraction.parse(pick(List.of("67.5", "0.333", "30", "0"))));
                        default -> new Travel.Flat(random.nextInt(10_000));
                    });
        }
        if (random.nextInt(4) == 0) {
            card.callOutMinor(random.nextInt(10_000));
        }
        if (random.nextBoolean()) {
            card.taxRatePercent(Fraction.parse(pick(List.of("8.25", "8.875", "19", "0.5"))));
        }
        return card.build();
    }

    private LocalDate today() {
        return around.atZone(zone).toLocalDate();
    }

    private TimeEntry entry(String id) {
        Instant start = around.plusSeconds(
                (random.nextInt(96) - 48) * 1_800L + (random.nextInt(3) == 0 ? random.nextInt(1_800) : 0));
        long span = random.nextInt(12) == 0 ? 0 : random.nextBoolean() ? random.nextInt(1_200) : random.nextInt(30_000);
        TimeEntry.Builder entry = TimeEntry.of(id, pick(List.of("ONSITE", "REMOTE")), start, start.plusSeconds(span))
                .role(maybe("ENGINEER"))
                .ticket(maybe(pick(List.of("1", "2"))))
                .visit(maybe(pick(List.of("ann", "bob"))), maybe("pier"))
                .unscheduled(random.nextInt(6) == 0)
                .cap(random.nextInt(4) == 0 ? "extra" : null);
        if (random.nextInt(3) == 0) {
            entry.workedSeconds((long) random.nextInt(20_000));
        }
        if (random.nextInt(3) == 0) {
            entry.trip(new TimeEntry.Trip(
                    (long) random.nextInt(200), Fraction.parse(pick(List.of("0", "12", "7.5", "103.25")))));
        }
        return entry.build();
    }

    private List<PrepaidBlock> blocks() {
        List<PrepaidBlock> blocks = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            LocalDate bought = LocalDate.of(2026, 1 + random.nextInt(2), 1);
            blocks.add(new PrepaidBlock(
                    "b" + (char) ('a' + (7 * i + 3) % 5), bought, random.nextInt(3) == 0 ? 0 : random.nextInt(300)));
        }
        return blocks;
    }

    private List<Cap> caps() {
        List<Cap> caps = new ArrayList<>();
        if (random.nextBoolean()) {
            caps.add(new Cap(null, random.nextInt(200_000), random.nextInt(3) == 0 ? random.nextInt(150_000) : 0));
        }
        if (random.nextBoolean()) {
            caps.add(new Cap("extra", random.nextInt(50_000), 0));
        }
        return caps;
    }

    private String maybe(String value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
