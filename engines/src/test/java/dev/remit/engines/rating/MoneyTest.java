package dev.remit.engines.rating;

import static dev.remit.engines.rating.Saturday.amounts;
import static dev.remit.engines.rating.Saturday.billed;
import static dev.remit.engines.rating.Saturday.block;
import static dev.remit.engines.rating.Saturday.card;
import static dev.remit.engines.rating.Saturday.entry;
import static dev.remit.engines.rating.Saturday.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.rating.RatedLine.Draw;
import dev.remit.engines.rating.RatedLine.Kind;
import dev.remit.engines.rating.RatedLine.Rule;
import dev.remit.engines.rating.RatingResult.BlockUse;
import dev.remit.engines.rating.TimeEntry.Trip;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From billable minutes to money: price, travel, call-outs, blocks, cap, tax. */
class MoneyTest {

    /** Two technicians on a Saturday, 4,000.00 approved. */
    @Test
    void theOfficeMove() {
        RateCard card = card().clause("7.1")
                .unit(Saturday.unit(0, 15, Rounding.UP))
                .travel(new Travel.Flat(7_500))
                .build();
        RatingResult result = rate(
                card,
                List.of(),
                List.of(new Cap(null, 400_000, 0)),
                entry("t2", "13 08:00", "13 17:00")
                        .visit("bob", "broad-street")
                        .trip(Trip.MADE)
                        .build(),
                entry("t1", "13 08:00", "13 17:00")
                        .visit("ann", "broad-street")
                        .trip(Trip.MADE)
                        .build());
        assertEquals(List.of(202_500L, 7_500L, 202_500L, 7_500L), amounts(result));
        assertEquals(List.of(202_500L, 7_500L, 190_000L, 0L), billed(result));
        assertEquals(
                List.of("t1", "t1", "t2", "t2"),
                result.lines().stream().map(RatedLine::entry).toList());
        assertEquals(420_000, result.subtotalMinor());
        assertEquals(400_000, result.billedMinor());
        assertEquals(20_000, result.overCapMinor());
        assertEquals("540 min × 150.00/h × 1.5", result.lines().get(0).arithmetic());
        assertEquals("travel fee 75.00", result.lines().get(1).arithmetic());
        assertEquals(
                "540 min × 150.00/h × 1.5, of which 1900.00 of 2025.00 within the cap",
                result.lines().get(2).arithmetic());
        assertEquals("7.1", result.lines().get(2).clause());
    }

    @ParameterizedTest(name = "{0} min at {1} × {2} is {3}")
    @CsvSource(textBlock = """
                    # minutes, minor an hour, multiplier, amount
                    1,  15000, 1,    250
                    1,  10001, 1,    167
                    1,  90,    1,    2
                    1,  30,    1,    1
                    3,  30,    1,    2
                    5,  30,    1,    3
                    1,  29,    1,    0
                    7,  9999,  1.25, 1458
                    25, 13700, 1,    5708
                    """)
    void aLineIsRoundedHalfUpOnce(long minutes, long hourly, String multiplier, long amount) {
        RateCard card = CardBuilder.in("USD")
                .hourly(HourlyRate.of("ONSITE", hourly))
                .multiplier(Band.BUSINESS, Fraction.parse(multiplier))
                .build();
        TimeEntry entry = TimeEntry.of(
                        "t1",
                        "ONSITE",
                        Saturday.june("11 09:00"),
                        Saturday.june("11 09:00").plusSeconds(minutes * 60))
                .build();
        assertEquals(List.of(amount), amounts(rate(card, entry)));
    }

    @Test
    void eachBandIsALineWithItsOwnMultiplier() {
        RatingResult result =
                rate(card().build(), entry("t1", "18 17:00", "19 01:00").build());
        assertEquals(List.of(7_500L, 146_250L, 30_000L), amounts(result));
    }

    @Test
    void aBandThatTheCardDoesNotNameIsWithoutSurcharge() {
        RateCard card =
                CardBuilder.in("USD").hourly(HourlyRate.of("ONSITE", 15_000)).build();
        assertEquals(
                List.of(15_000L),
                amounts(rate(card, entry("t1", "13 09:00", "13 10:00").build())));
    }

    @ParameterizedTest(name = "{0}/{1} on June {2}: {3}")
    @CsvSource(textBlock = """
                    # work type, role,     day, minor an hour
                    ONSITE,      ,         11,  15000
                    ONSITE,      ENGINEER, 11,  18000
                    ONSITE,      INTERN,   11,  15000
                    REMOTE,      ,         11,  10000
                    REMOTE,      ,         12,  11000
                    REMOTE,      ENGINEER, 15,  11000
                    """)
    void theRateIsByWorkTypeRoleAndLocalDate(String workType, String role, int day, long rate) {
        LocalDate change = LocalDate.of(2026, 6, 12);
        RateCard card = card().hourly(new HourlyRate("ONSITE", "ENGINEER", 18_000, null, null))
                .hourly(new HourlyRate("REMOTE", null, 10_000, null, change))
                .hourly(new HourlyRate("REMOTE", null, 11_000, change, null))
                .build();
        TimeEntry entry = TimeEntry.of("t1", workType, Saturday.june(day + " 10:00"), Saturday.june(day + " 11:00"))
                .role(role)
                .build();
        assertEquals(List.of(rate), amounts(rate(card, entry)));
    }

    @Test
    void theDateOfTheRateIsTheClients() {
        LocalDate change = LocalDate.of(2026, 6, 12);
        RateCard card = CardBuilder.in("USD")
                .hourly(new HourlyRate("ONSITE", null, 10_000, null, change))
                .hourly(new HourlyRate("ONSITE", null, 20_000, change, null))
                .build();
        // 21:00 in New York is the 12th in UTC already.
        assertEquals(
                List.of(10_000L),
                amounts(rate(card, entry("t1", "11 21:00", "11 22:00").build())));
    }

    @Test
    void workWithoutARateIsRefusedByName() {
        TimeEntry entry = TimeEntry.of("t2", "PHONE", Saturday.june("11 09:00"), Saturday.june("11 10:00"))
                .build();
        InvalidInput fault = assertThrows(
                InvalidInput.class,
                () -> rate(card().build(), entry("t1", "11 09:00", "11 10:00").build(), entry));
        assertEquals("entries[1].workType", fault.path());
    }

    @ParameterizedTest(name = "{0} covers {1} of 60 min at × {2}, {3} block min, {4} charged")
    @CsvSource(textBlock = """
                    # burn,    left in the block, covered, used, charged, amount
                    # 60 minutes of a Saturday at 1.5
                    PLAIN,     0,   0,  0,  60, 22500
                    PLAIN,     59,  59, 59, 1,  375
                    PLAIN,     60,  60, 60, 0,  0
                    PLAIN,     90,  60, 60, 0,  0
                    WEIGHTED,  0,   0,  0,  60, 22500
                    WEIGHTED,  1,   0,  0,  60, 22500
                    WEIGHTED,  2,   1,  2,  59, 22125
                    WEIGHTED,  3,   2,  3,  58, 21750
                    WEIGHTED,  89,  59, 89, 1,  375
                    WEIGHTED,  90,  60, 90, 0,  0
                    WEIGHTED,  100, 60, 90, 0,  0
                    """)
    void blocksComeBeforeMoney(BlockBurn burn, long left, long covered, long used, long charged, long amount) {
        RatingResult result = rate(
                card().blockBurn(burn).build(),
                List.of(block("b1", "2026-01-01", left)),
                List.of(),
                entry("t1", "13 09:00", "13 10:00").build());
        RatedLine line = result.lines().getFirst();
        assertEquals(covered, line.blockMinutes());
        assertEquals(used, line.blockMinutesUsed());
        assertEquals(charged, line.chargedMinutes());
        assertEquals(amount, line.amountMinor());
        assertEquals(List.of(new BlockUse("b1", used, left - used)), result.blocks());
    }

    @Test
    void theOldestPurchaseIsUsedUpFirstThenTheId() {
        RatingResult result = rate(
                card().build(),
                List.of(
                        block("newest", "2026-03-01", 100),
                        block("b", "2026-02-01", 20),
                        block("a", "2026-02-01", 20),
                        block("z-oldest", "2026-01-01", 10)),
                List.of(),
                entry("t1", "11 09:00", "11 10:00").build());
        assertEquals(
                List.of(new Draw("z-oldest", 10), new Draw("a", 20), new Draw("b", 20), new Draw("newest", 10)),
                result.lines().getFirst().draws());
        assertEquals(new BlockUse("newest", 10, 90), result.blocks().getLast());
    }

    @Test
    void entriesUseBlocksInOrderOfStartThenId() {
        RatingResult result = rate(
                card().build(),
                List.of(block("b1", "2026-01-01", 90)),
                List.of(),
                entry("c", "11 10:00", "11 11:00").build(),
                entry("b", "11 09:00", "11 10:00").build(),
                entry("a", "11 10:00", "11 11:00").build());
        assertEquals(
                List.of("b", "a", "c"),
                result.entries().stream().map(e -> e.id()).toList());
        assertEquals(
                List.of(60L, 30L, 0L),
                result.lines().stream().map(RatedLine::blockMinutes).toList());
    }

    @Test
    void theWeightedRemainderThatNoLineOfOneBandCanUseServesAnother() {
        RatingResult result = rate(
                card().blockBurn(BlockBurn.WEIGHTED).build(),
                List.of(block("b1", "2026-01-01", 1)),
                List.of(),
                entry("t1", "13 09:00", "13 10:00").build(),
                entry("t2", "15 09:00", "15 10:00").build());
        assertEquals(
                List.of(0L, 1L),
                result.lines().stream().map(RatedLine::blockMinutes).toList());
    }

    @ParameterizedTest(name = "block of {0}, overage rate {1}: {2} by {3}")
    @CsvSource(textBlock = """
                    # block minutes, overage an hour, amount of 60 min at 1.5, rule
                    ,   12000, 22500, HOURLY
                    0,  12000, 18000, OVERAGE
                    30, 12000, 9000,  OVERAGE
                    30, ,      11250, HOURLY
                    """)
    void whatBlocksDoNotCoverIsChargedAtTheOverageRateIfThereIsABlock(Long left, Long overage, long amount, Rule rule) {
        CardBuilder card = card();
        if (overage != null) {
            card.overage(HourlyRate.of("ONSITE", overage));
        }
        RatingResult result = rate(
                card.build(),
                left == null ? List.of() : List.of(block("b1", "2026-01-01", left)),
                List.of(),
                entry("t1", "13 09:00", "13 10:00").build());
        assertEquals(List.of(amount), amounts(result));
        assertEquals(rule, result.lines().getFirst().rule());
    }

    @Test
    void travelNeverComesFromABlockAndStandsLast() {
        RatingResult result = rate(
                card().travel(new Travel.Flat(7_500)).build(),
                List.of(block("b1", "2026-01-01", 1_000)),
                List.of(),
                entry("t1", "11 17:00", "11 18:00").trip(Trip.MADE).build());
        assertEquals(List.of(0L, 0L, 7_500L), amounts(result));
        assertEquals(Kind.TRAVEL, result.lines().getLast().kind());
        assertEquals("30 min from blocks", result.lines().getFirst().arithmetic());
    }

    @Test
    void travelIsChargedOnceForATechnicianSiteAndLocalDate() {
        RateCard card = card().travel(new Travel.Flat(7_500)).build();
        RatingResult result = rate(
                card,
                trip("a", "11 09:00", "ann", "broad-street"),
                trip("b", "11 20:30", "ann", "broad-street"),
                trip("c", "11 10:00", "bob", "broad-street"),
                trip("d", "11 11:00", "ann", "pier"),
                trip("e", "12 09:00", "ann", "broad-street"),
                trip("f", "11 12:00", null, "broad-street"),
                trip("g", "11 13:00", "ann", null));
        assertEquals(
                List.of("a", "c", "d", "f", "g", "e"),
                result.lines().stream()
                        .filter(line -> line.kind() == Kind.TRAVEL)
                        .map(RatedLine::entry)
                        .toList());
    }

    private static TimeEntry trip(String id, String start, String technician, String site) {
        return TimeEntry.of(
                        id, "ONSITE", Saturday.june(start), Saturday.june(start).plusSeconds(600))
                .visit(technician, site)
                .trip(Trip.MADE)
                .build();
    }

    @ParameterizedTest(name = "{0}: {2}, {3}")
    @CsvSource(textBlock = """
                    HOURLY,   9000, 1200, 8 min × 90.00/h
                    DISTANCE, 67.5, 844,  12.5 × 0.675
                    """)
    void travelCanBeByTimeOrDistance(String kind, String rate, long amount, String arithmetic) {
        Travel travel = kind.equals("HOURLY")
                ? new Travel.Hourly(Long.parseLong(rate))
                : new Travel.Distance(Fraction.parse(rate));
        RatingResult result = rate(
                card().travel(travel).build(),
                entry("t1", "11 09:00", "11 09:00")
                        .trip(new Trip(kind.equals("HOURLY") ? 8L : null, Fraction.parse("12.5")))
                        .build());
        RatedLine line = result.lines().getFirst();
        assertEquals(amount, line.amountMinor());
        assertEquals(arithmetic, line.arithmetic());
    }

    @Test
    void aTripLacksNothingThatItsRateNeeds() {
        TimeEntry entry = entry("t1", "11 09:00", "11 10:00").trip(Trip.MADE).build();
        RateCard hourly = card().travel(new Travel.Hourly(9_000)).build();
        RateCard distance = card().travel(new Travel.Distance(Fraction.ONE)).build();
        assertEquals(
                "entries[0].travelMinutes",
                assertThrows(InvalidInput.class, () -> rate(hourly, entry)).path());
        assertEquals(
                "entries[0].distance",
                assertThrows(InvalidInput.class, () -> rate(distance, entry)).path());
    }

    @Test
    void aCallOutIsChargedOncePerTicketAndOffHoursPeriod() {
        RateCard card = card().callOutMinor(10_000).build();
        RatingResult result = rate(
                card,
                called("evening", "11 20:00", "1", true),
                called("same-night", "12 03:00", "1", true),
                called("other-ticket", "11 21:00", "2", true),
                called("in-hours", "12 09:00", "1", true),
                called("agreed", "12 20:00", "3", false),
                called("friday-night", "12 20:00", "1", true),
                called("saturday", "13 09:00", "1", true),
                called("sunday", "14 23:00", "1", true),
                called("monday-night", "15 18:00", "1", true),
                called("holiday-eve", "18 22:00", "1", true),
                called("holiday", "19 10:00", "1", true),
                called("no-ticket", "11 22:00", null, true),
                called("no-ticket-either", "11 22:00", null, true));
        assertEquals(
                List.of(
                        "evening",
                        "other-ticket",
                        "no-ticket",
                        "no-ticket-either",
                        "friday-night",
                        "monday-night",
                        "holiday-eve"),
                result.lines().stream()
                        .filter(line -> line.kind() == Kind.CALL_OUT)
                        .map(RatedLine::entry)
                        .toList());
        assertEquals(
                "call-out fee 100.00",
                result.lines().stream()
                        .filter(line -> line.kind() == Kind.CALL_OUT)
                        .findFirst()
                        .orElseThrow()
                        .arithmetic());
    }

    @Test
    void aNightThatRunsIntoAHolidayIsNoEndOfItsOffHoursPeriod() {
        List<List<String>> night = List.of(List.of("22:00", "06:00"));
        CompiledCalendar nights = new CalendarText(
                        "America/New_York",
                        Map.of("THURSDAY", night, "FRIDAY", night, "MONDAY", night),
                        List.of("2026-06-19"),
                        null,
                        null)
                .parse()
                .compile();
        RateCard card = card().callOutMinor(10_000).build();
        RatingResult result = RatingEngine.rate(RatingCase.of(
                new RatingTerms(nights, card),
                List.of(
                        called("window-still-open", "19 01:00", "1", true),
                        called("window-closed", "19 10:00", "1", true))));
        assertEquals(
                List.of("window-still-open"),
                result.lines().stream()
                        .filter(line -> line.kind() == Kind.CALL_OUT)
                        .map(RatedLine::entry)
                        .toList());
    }

    private static TimeEntry called(String id, String start, String ticket, boolean unscheduled) {
        return TimeEntry.of(
                        id, "ONSITE", Saturday.june(start), Saturday.june(start).plusSeconds(600))
                .ticket(ticket)
                .unscheduled(unscheduled)
                .build();
    }

    @ParameterizedTest(name = "cap {0}, already {1}: billed {2}, over {3}, tax {4}")
    @CsvSource(textBlock = """
                    # 540 min × 150.00 × 1.5 = 2025.00, travel 75.00, tax 8.25 %
                    ,      0,      210000, 0,      17325
                    250000, 0,     210000, 0,      17325
                    210000, 0,     210000, 0,      17325
                    209999, 0,     209999, 1,      17325
                    202500, 0,     202500, 7500,   16706
                    100000, 0,     100000, 110000, 8250
                    250000, 100000, 150000, 60000, 12375
                    100000, 150000, 0,     210000, 0
                    0,      0,     0,      210000, 0
                    """)
    void theCapIsBeforeTaxAndNothingDisappears(Long cap, long already, long billed, long over, long tax) {
        RatingResult result = rate(
                card().travel(new Travel.Flat(7_500))
                        .taxRatePercent(Fraction.parse("8.25"))
                        .build(),
                List.of(),
                cap == null ? List.of() : List.of(new Cap(null, cap, already)),
                entry("t1", "13 08:00", "13 17:00").trip(Trip.MADE).build());
        assertEquals(210_000, result.subtotalMinor());
        assertEquals(billed, result.billedMinor());
        assertEquals(over, result.overCapMinor());
        assertEquals(tax, result.taxMinor());
        assertEquals(billed + tax, result.totalMinor());
    }

    @Test
    void aLineAfterTheOneThatCrossesTheCapIsNotBilledEvenIfSmall() {
        RatingResult result = rate(
                card().build(),
                List.of(),
                List.of(new Cap(null, 20_000, 0)),
                entry("a", "11 09:00", "11 10:00").build(),
                entry("b", "11 10:00", "11 11:00").build(),
                entry("c", "11 11:00", "11 11:01").build());
        assertEquals(List.of(15_000L, 5_000L, 0L), billed(result));
        assertEquals(List.of(15_000L, 15_000L, 250L), amounts(result));
    }

    @Test
    void blockMinutesStayUsedWhateverTheCapSays() {
        RatingResult result = rate(
                card().build(),
                List.of(block("b1", "2026-01-01", 30)),
                List.of(new Cap(null, 0, 0)),
                entry("t1", "11 09:00", "11 10:00").build());
        assertEquals(0, result.billedMinor());
        assertEquals(new BlockUse("b1", 30, 0), result.blocks().getFirst());
    }

    @Test
    void eachApprovalHasItsOwnCap() {
        RatingResult result = rate(
                card().build(),
                List.of(),
                List.of(new Cap("move", 10_000, 0), new Cap("printer", 20_000, 0)),
                entry("a", "11 09:00", "11 10:00").cap("move").build(),
                entry("b", "11 10:00", "11 11:00").cap("printer").build(),
                entry("c", "11 11:00", "11 12:00").cap("printer").build(),
                entry("d", "11 12:00", "11 13:00").build());
        assertEquals(List.of(10_000L, 15_000L, 5_000L, 15_000L), billed(result));
    }

    @Test
    void taxIsRoundedOnTheSumAndNotOnEachLine() {
        RateCard card = CardBuilder.in("USD")
                .hourly(HourlyRate.of("ONSITE", 60))
                .taxRatePercent(Fraction.parse("25"))
                .build();
        RatingResult result = rate(
                card,
                entry("a", "11 09:00", "11 09:01").build(),
                entry("b", "11 10:00", "11 10:01").build());
        assertEquals(List.of(1L, 1L), amounts(result));
        assertEquals(1, result.taxMinor());
    }

    @ParameterizedTest(name = "{0} % of {1} is {2}")
    @CsvSource({"8.875, 100, 9", "50, 1, 1", "50, 3, 2", "2.5, 20, 1", "2.5, 19, 0", "0, 100, 0"})
    void taxIsRoundedHalfUp(String percent, long amount, long tax) {
        RateCard card = CardBuilder.in("USD")
                .hourly(HourlyRate.of("ONSITE", amount))
                .taxRatePercent(Fraction.parse(percent))
                .build();
        assertEquals(tax, rate(card, entry("a", "11 09:00", "11 10:00").build()).taxMinor());
    }

    @Test
    void oneCaseCanHoldEntriesUnderOtherTerms() {
        RatingTerms general = new RatingTerms(
                Saturday.CALENDAR, card().taxRatePercent(Fraction.parse("10")).build());
        RateCard quoted =
                CardBuilder.in("USD").hourly(HourlyRate.of("ONSITE", 10_000)).build();
        RatingCase work = new RatingCase(
                general,
                Map.of("quote-1", new RatingTerms(Saturday.CALENDAR, quoted)),
                List.of(
                        entry("a", "11 09:00", "11 10:00").build(),
                        entry("b", "11 10:00", "11 11:00").terms("quote-1").build()),
                List.of(block("b1", "2026-01-01", 90)),
                List.of());
        RatingResult result = RatingEngine.rate(work);
        assertEquals(List.of(0L, 5_000L), amounts(result));
        assertEquals(2, result.taxes().size());
        assertEquals(0, result.taxMinor());
    }

    @Test
    void arithmeticOfAPlainBandHasNoFactor() {
        RateCard card = CardBuilder.in("USD")
                .hourly(HourlyRate.of("ONSITE", 13_700))
                .multiplier(Band.BUSINESS, Fraction.parse("1"))
                .build();
        RatedLine line =
                rate(card, entry("t1", "11 09:00", "11 09:25").build()).lines().getFirst();
        assertEquals(5_708, line.amountMinor());
        assertEquals("25 min × 137.00/h", line.arithmetic());
    }

    @Test
    void arithmeticTellsWhatBlocksCovered() {
        RatedLine weighted = rate(
                        card().blockBurn(BlockBurn.WEIGHTED).build(),
                        List.of(block("b1", "2026-01-01", 45)),
                        List.of(),
                        entry("t1", "13 09:00", "13 10:00").build())
                .lines()
                .getFirst();
        assertEquals("30 min × 150.00/h × 1.5 after 30 min from blocks (45 block min at × 1.5)", weighted.arithmetic());
    }

    @Test
    void currenciesWithoutCentsAndWithMillsAreWrittenAsTheyAre() {
        RateCard yen =
                CardBuilder.in("JPY").hourly(HourlyRate.of("ONSITE", 12_000)).build();
        RateCard dinar =
                CardBuilder.in("KWD").hourly(HourlyRate.of("ONSITE", 12_000)).build();
        TimeEntry entry = entry("t1", "11 09:00", "11 10:00").build();
        assertEquals("60 min × 12000/h", rate(yen, entry).lines().getFirst().arithmetic());
        assertEquals("60 min × 12.000/h", rate(dinar, entry).lines().getFirst().arithmetic());
    }
}
