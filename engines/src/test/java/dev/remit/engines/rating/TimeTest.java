package dev.remit.engines.rating;

import static dev.remit.engines.rating.Saturday.card;
import static dev.remit.engines.rating.Saturday.entry;
import static dev.remit.engines.rating.Saturday.rate;
import static dev.remit.engines.rating.Saturday.unit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.rating.RatingResult.RatedEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From worked time to billable minutes: bands, rounding, minimum, groups. */
class TimeTest {

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(textBlock = """
                    # June 2026,  New York time; the 13th is a Saturday, the 19th (Friday) a holiday
                    11 08:30, 11 17:30, {BUSINESS=540}
                    11 08:00, 11 18:00, '{AFTER_HOURS=60, BUSINESS=540}'
                    11 17:30, 11 17:31, {AFTER_HOURS=1}
                    11 17:29, 11 17:30, {BUSINESS=1}
                    13 08:00, 13 17:00, {WEEKEND=540}
                    12 17:00, 13 01:00, '{BUSINESS=30, AFTER_HOURS=390, WEEKEND=60}'
                    14 23:00, 15 09:00, '{WEEKEND=60, AFTER_HOURS=510, BUSINESS=30}'
                    18 17:00, 19 10:00, '{BUSINESS=30, AFTER_HOURS=390, HOLIDAY=600}'
                    19 23:00, 20 01:00, '{HOLIDAY=60, WEEKEND=60}'
                    """)
    void anEntryIsCutWhereItsBandChanges(String from, String to, String bands) {
        RatedEntry rated =
                rate(card().build(), entry("t1", from, to).build()).entries().getFirst();
        assertEquals(bands, rated.bands().toString());
    }

    @ParameterizedTest(name = "{0} s to {1} min {2}, minimum {3}: {4} rounded, {5} billed")
    @CsvSource(textBlock = """
                    # worked s, increment, mode, minimum, rounded, billable
                    3600,       15, UP,      0,   60,  60
                    3601,       15, UP,      0,   75,  75
                    1,          15, UP,      0,   15,  15
                    1,          1,  UP,      0,   1,   1
                    3600,       15, DOWN,    0,   60,  60
                    4499,       15, DOWN,    0,   60,  60
                    899,        15, DOWN,    0,   0,   0
                    449,        15, NEAREST, 0,   0,   0
                    450,        15, NEAREST, 0,   15,  15
                    1349,       15, NEAREST, 0,   15,  15
                    1350,       15, NEAREST, 0,   30,  30
                    # raised to the minimum, which is not rounded again
                    60,         15, UP,      50,  15,  50
                    3600,       15, UP,      50,  60,  60
                    899,        15, DOWN,    20,  0,   20
                    449,        15, NEAREST, 20,  0,   20
                    # nothing worked bills nothing, whatever the minimum
                    0,          15, UP,      60,  0,   0
                    """)
    void workedSecondsAreRoundedOnceThenRaised(
            long worked, long increment, Rounding mode, long minimum, long rounded, long billable) {
        RateCard card = card().unit(unit(minimum, increment, mode)).build();
        RatedEntry rated = rate(
                        card,
                        entry("t1", "11 09:00", "11 17:00")
                                .workedSeconds(worked)
                                .build())
                .entries()
                .getFirst();
        assertEquals(rounded, rated.roundedMinutes());
        assertEquals(billable, rated.billableMinutes());
    }

    @Test
    void anEntryIsRoundedOnceAndNotPerBand() {
        RateCard card = card().unit(unit(0, 15, Rounding.UP)).build();
        RatedEntry rated = rate(card, entry("t1", "11 17:25", "11 17:35").build())
                .entries()
                .getFirst();
        assertEquals(15, rated.billableMinutes());
        assertEquals("{BUSINESS=8, AFTER_HOURS=7}", rated.bands().toString());
    }

    @ParameterizedTest(name = "{0} min over {1} to {2}: {3}")
    @CsvSource(textBlock = """
                    # increment, from, to, shares: a tie goes to the band that comes first
                    15, 11 17:20, 11 17:40, '{BUSINESS=15, AFTER_HOURS=15}'
                    1,  11 17:20, 11 17:40, '{BUSINESS=10, AFTER_HOURS=10}'
                    15, 11 08:25, 11 08:35, '{AFTER_HOURS=8, BUSINESS=7}'
                    15, 11 08:20, 11 08:35, '{AFTER_HOURS=10, BUSINESS=5}'
                    20, 11 08:29, 11 08:32, '{AFTER_HOURS=7, BUSINESS=13}'
                    """)
    void billableMinutesAreSharedByLargestRemainder(long increment, String from, String to, String bands) {
        RateCard card = card().unit(unit(0, increment, Rounding.UP)).build();
        assertEquals(
                bands,
                rate(card, entry("t1", from, to).build())
                        .entries()
                        .getFirst()
                        .bands()
                        .toString());
    }

    @Test
    void aBandWithoutAMinuteHasNoLine() {
        RateCard card = card().unit(unit(0, 15, Rounding.DOWN)).build();
        RatingResult result = rate(
                card,
                TimeEntry.of("t1", "ONSITE", Saturday.june("11 08:30").minusSeconds(10), Saturday.june("11 09:30"))
                        .build());
        assertEquals("{BUSINESS=60}", result.entries().getFirst().bands().toString());
        assertEquals(1, result.lines().size());
    }

    @Test
    void statedHoursAreBilledAndTheSpanApportionsThem() {
        RatedEntry rated = rate(
                        card().build(),
                        entry("t1", "11 16:30", "11 18:30").workedSeconds(3600L).build())
                .entries()
                .getFirst();
        assertEquals(7200, rated.actualSeconds());
        assertEquals(3600, rated.workedSeconds());
        assertEquals("{BUSINESS=30, AFTER_HOURS=30}", rated.bands().toString());
        assertTrue(rated.statedDiffers());
    }

    @Test
    void statedHoursNeverExceedTheSpan() {
        RatedEntry rated = rate(
                        card().build(),
                        entry("t1", "11 09:00", "11 10:00")
                                .workedSeconds(36_000L)
                                .build())
                .entries()
                .getFirst();
        assertEquals(60, rated.billableMinutes());
        assertTrue(rated.statedDiffers());
    }

    @ParameterizedTest
    @CsvSource({"3540, false", "3539, true", "3600, false", "3660, false", "3661, true"})
    void aDifferenceOfMoreThanAMinuteIsFlagged(long stated, boolean differs) {
        RatingResult result = rate(
                card().build(),
                entry("t1", "11 09:00", "11 10:00").workedSeconds(stated).build());
        assertEquals(differs, result.entries().getFirst().statedDiffers());
    }

    @Test
    void aZeroLengthEntryBillsNoTime() {
        RateCard card = card().unit(unit(60, 15, Rounding.UP)).build();
        RatingResult result = rate(card, entry("t1", "11 09:00", "11 09:00").build());
        assertEquals(0, result.entries().getFirst().billableMinutes());
        assertEquals(List.of(), result.lines());
    }

    @Test
    void aFractionOfASecondIsDropped() {
        RatedEntry rated = rate(
                        card().build(),
                        TimeEntry.of(
                                        "t1",
                                        "ONSITE",
                                        Saturday.june("11 09:00").plusMillis(999),
                                        Saturday.june("11 09:01").plusMillis(1))
                                .build())
                .entries()
                .getFirst();
        assertEquals(60, rated.actualSeconds());
        assertFalse(rated.statedDiffers());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
                    # 20 min each; rounded up to 15, minimum 50
                    ENTRY,      50 50 50 50 50
                    # ann at broad-street on the 11th: a, b, c; ann there on the 12th: d; bob on the 12th: e
                    VISIT,      20 20 20 50 50
                    # ticket 1 on the 11th: a, b; ticket 2 on the 11th: c; ticket 1 on the 12th: d, e
                    TICKET_DAY, 25 25 50 25 25
                    # ticket 1: a, b, d, e; ticket 2: c
                    TICKET,     23 23 50 22 22
                    """)
    void aGroupIsSummedRoundedRaisedAndShared(Grouping grouping, String minutes) {
        RateCard card =
                card().grouping(grouping).unit(unit(50, 15, Rounding.UP)).build();
        RatingResult result = rate(
                card,
                work("a", "11 09:00", "11 09:20", "ann", "1"),
                work("b", "11 10:00", "11 10:20", "ann", "1"),
                work("c", "11 11:00", "11 11:20", "ann", "2"),
                work("d", "12 09:00", "12 09:20", "ann", "1"),
                work("e", "12 10:00", "12 10:20", "bob", "1"));
        List<String> billable = new ArrayList<>();
        result.entries().forEach(entry -> billable.add(Long.toString(entry.billableMinutes())));
        assertEquals(minutes, String.join(" ", billable));
    }

    private static TimeEntry work(String id, String from, String to, String technician, String ticket) {
        return entry(id, from, to)
                .visit(technician, "broad-street")
                .ticket(ticket)
                .build();
    }

    @Test
    void aGroupsDayIsTheLocalDateOfItsStart() {
        RateCard card = card().grouping(Grouping.TICKET_DAY)
                .unit(unit(60, 1, Rounding.UP))
                .build();
        // 19:30 and 20:30 in New York are on two dates in UTC and on one where the work was done.
        RatingResult result = rate(
                card, work("a", "11 19:30", "11 19:40", "ann", "1"), work("b", "11 20:30", "11 20:40", "ann", "1"));
        assertEquals(30, result.entries().get(0).billableMinutes());
        assertEquals(30, result.entries().get(1).billableMinutes());
        assertEquals("2026-06-11", result.entries().get(1).localDate().toString());
    }

    @Test
    void whatHasNoTicketOrSiteStandsForItself() {
        for (Grouping grouping : Grouping.values()) {
            RateCard card =
                    card().grouping(grouping).unit(unit(60, 1, Rounding.UP)).build();
            RatingResult result = rate(
                    card,
                    entry("a", "11 09:00", "11 09:10").build(),
                    entry("b", "11 10:00", "11 10:10").build());
            assertEquals(
                    List.of(60L, 60L),
                    result.entries().stream()
                            .map(RatingResult.RatedEntry::billableMinutes)
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0} starting {1}: {2} min")
    @CsvSource(textBlock = """
                    # 10 minutes of work; general minimum 0, remote 30, after hours 60, remote after hours 90
                    ONSITE, 11 09:00, 11 09:10, 10
                    ONSITE, 11 20:00, 11 20:10, 60
                    REMOTE, 11 09:00, 11 09:10, 30
                    REMOTE, 11 20:00, 11 20:10, 90
                    REMOTE, 11 17:25, 11 17:35, 30
                    ONSITE, 11 08:25, 11 08:35, 60
                    """)
    void unitsCanDifferByWorkTypeAndByTheBandWorkStartsIn(String workType, String from, String to, long minutes) {
        RateCard card = card().hourly(HourlyRate.of("REMOTE", 12_000))
                .specialUnit(new BillingUnit.Special("REMOTE", null, unit(30, 1, Rounding.UP)))
                .specialUnit(new BillingUnit.Special(null, Band.AFTER_HOURS, unit(60, 1, Rounding.UP)))
                .specialUnit(new BillingUnit.Special("REMOTE", Band.AFTER_HOURS, unit(90, 1, Rounding.UP)))
                .build();
        RatingResult result = rate(
                card,
                TimeEntry.of("t1", workType, Saturday.june(from), Saturday.june(to))
                        .build());
        assertEquals(minutes, result.entries().getFirst().billableMinutes());
    }

    @Test
    void aGroupsUnitIsThatOfTheFirstWorkInIt() {
        RateCard card = card().grouping(Grouping.TICKET)
                .hourly(HourlyRate.of("REMOTE", 12_000))
                .specialUnit(new BillingUnit.Special("ONSITE", null, unit(60, 1, Rounding.UP)))
                .specialUnit(new BillingUnit.Special("REMOTE", null, unit(30, 1, Rounding.UP)))
                .build();
        RatingResult result = rate(
                card,
                entry("none", "11 08:40", "11 08:40").ticket("1").build(),
                TimeEntry.of("short", "REMOTE", Saturday.june("11 09:00"), Saturday.june("11 09:10"))
                        .ticket("1")
                        .build());
        assertEquals(0, result.entries().get(0).billableMinutes());
        assertEquals(30, result.entries().get(1).billableMinutes());
    }

    @Test
    void aUnitForTheWorkTypeGoesBeforeOneForTheBand() {
        RateCard card = card().specialUnit(new BillingUnit.Special(null, Band.AFTER_HOURS, unit(60, 1, Rounding.UP)))
                .specialUnit(new BillingUnit.Special("ONSITE", null, unit(30, 1, Rounding.UP)))
                .build();
        RatingResult result = rate(card, entry("t1", "11 20:00", "11 20:10").build());
        assertEquals(30, result.entries().getFirst().billableMinutes());
    }
}
