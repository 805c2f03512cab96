package dev.remit.engines.ledger;

import static dev.remit.engines.ledger.Firm.june;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import dev.remit.engines.scope.Place;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.ScopeRule.Approval;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.WorkConditions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What planned work will be billed: open on weekdays from 8:30 to 17:30 in New York, 150.00 an hour, 1.5 outside, 75.00 a
 * trip; the 12th of June is a Friday, the 19th a holiday.
 */
class EstimateTest {
    private static final WorkConditions OUTSIDE =
            new WorkConditions(Set.of(Band.AFTER_HOURS, Band.WEEKEND), Set.of(), Set.of());
    private static final WorkItemRuling EXTRA = Firm.ruled(Verdict.EXTRA, true);
    private static final LocalDate SATURDAY = LocalDate.parse("2026-06-13");

    private static PlannedWork work(String from, long minutes, int technicians, boolean travel) {
        return new PlannedWork(
                "ONSITE",
                null,
                "broad-street",
                Firm.NEW_YORK,
                from == null ? null : june(from),
                minutes,
                technicians,
                travel);
    }

    private static Estimate estimate(WorkItemRuling ruling, PlannedWork... planned) {
        SignedVersions versions = Firm.terms();
        return Estimate.of(
                new Estimate.Terms(ruling, versions, true, Firm.NEXT_YEAR, SATURDAY, UsedVolume.NONE),
                List.of(planned));
    }

    private static String sum(Estimate estimate) {
        return estimate.bills().in(MinorUnits.of("USD")).amount();
    }

    /** Each piece in short: its place, how often it is there, verdict, arithmetic, what is billed of what it is worth. */
    private static List<String> pieces(Estimate estimate) {
        List<String> pieces = new ArrayList<>();
        for (List<EstimatedPiece> ofWork : estimate.pieces()) {
            for (EstimatedPiece piece : ofWork) {
                pieces.add((piece.kind() == LineKind.TRAVEL ? "TRAVEL" : piece.band()) + " " + piece.verdict() + " "
                        + piece.arithmetic() + " = " + amount(piece.bills()) + " of " + amount(piece.worth())
                        + (piece.held() == null ? "" : " " + piece.held()));
            }
        }
        return pieces;
    }

    private static String amount(Money money) {
        return money == null ? "?" : money.amount();
    }

    @Test
    void twoTechniciansOnSaturdayCostTheWeekendAndATripEach() {
        Estimate estimate = estimate(EXTRA, work("13 08:00", 540, 2, true));
        assertEquals(
                List.of(
                        "WEEKEND EXTRA 2 × (540 min × 150.00/h × 1.5) = 4050.00 of 4050.00",
                        "TRAVEL EXTRA 2 × (travel fee 75.00) = 150.00 of 150.00"),
                pieces(estimate));
        assertEquals("4200.00", sum(estimate));
        assertTrue(estimate.isComplete());
        assertEquals(
                "4.2",
                estimate.pieces().getFirst().getFirst().clauses().getFirst().id());
    }

    @Test
    void workWithoutATimeIsWorkInBusinessHoursEvenWhenItIsAskedForOnASaturday() {
        assertEquals(
                List.of("BUSINESS EXTRA 1080 min × 150.00/h = 2700.00 of 2700.00"),
                pieces(estimate(EXTRA, work(null, 1080, 1, false))));
    }

    @Test
    void workIsCutWhereItsBandChanges() {
        assertEquals(
                List.of(
                        "BUSINESS EXTRA 60 min × 150.00/h = 150.00 of 150.00",
                        "AFTER_HOURS EXTRA 120 min × 150.00/h × 1.5 = 450.00 of 450.00"),
                pieces(estimate(EXTRA, work("12 16:30", 180, 1, false))));
        assertEquals(
                List.of(
                        "AFTER_HOURS EXTRA 120 min × 150.00/h × 1.5 = 450.00 of 450.00",
                        "HOLIDAY EXTRA 120 min × 150.00/h × 2 = 600.00 of 600.00"),
                pieces(estimate(EXTRA, work("18 22:00", 240, 1, false))));
    }

    @Test
    void theNightTheClockChangesIsAsLongAsItIs() {
        PlannedWork spring = new PlannedWork(
                "ONSITE", null, null, Firm.NEW_YORK, Instant.parse("2026-03-08T05:00:00Z"), 300, 1, false);
        PlannedWork autumn = new PlannedWork(
                "ONSITE", null, null, Firm.NEW_YORK, Instant.parse("2026-11-01T04:00:00Z"), 300, 1, false);
        assertEquals(
                List.of(
                        "WEEKEND EXTRA 300 min × 150.00/h × 1.5 = 1125.00 of 1125.00",
                        "WEEKEND EXTRA 300 min × 150.00/h × 1.5 = 1125.00 of 1125.00"),
                pieces(estimate(EXTRA, spring, autumn)));
        PlannedWork intoMonday = new PlannedWork(
                "ONSITE", null, null, Firm.NEW_YORK, Instant.parse("2026-11-02T04:00:00Z"), 120, 1, false);
        assertEquals(
                List.of(
                        "WEEKEND EXTRA 60 min × 150.00/h × 1.5 = 225.00 of 225.00",
                        "AFTER_HOURS EXTRA 60 min × 150.00/h × 1.5 = 225.00 of 225.00"),
                pieces(estimate(EXTRA, intoMonday)));
    }

    @Test
    void eachPieceIsJudgedAndWhatIsIncludedSaysWhatItIsWorth() {
        WorkItemRuling ruling = new WorkItemRuling(
                new RulingCases(List.of(
                        Firm.ruled(OUTSIDE, Treatment.EXTRA, Approval.REQUIRED),
                        Firm.ruled(null, Treatment.INCLUDED, null))),
                null,
                null);
        assertEquals(
                List.of(
                        "BUSINESS INCLUDED 60 min × 150.00/h = 0.00 of 150.00 INCLUDED",
                        "AFTER_HOURS EXTRA 120 min × 150.00/h × 1.5 = 450.00 of 450.00",
                        "TRAVEL INCLUDED travel fee 75.00 = 0.00 of 75.00 INCLUDED"),
                pieces(estimate(ruling, work("12 16:30", 180, 1, true))));
    }

    @Test
    void whatTheContractDoesNotCoverOrSpeakOfIsNoneOfTheSum() {
        WorkItemRuling ruling =
                new WorkItemRuling(new RulingCases(List.of(Firm.ruled(OUTSIDE, Treatment.EXCLUDED, null))), null, null);
        Estimate estimate = estimate(ruling, work("12 16:30", 180, 1, false));
        assertEquals(
                List.of(
                        "BUSINESS SILENT 60 min × 150.00/h = ? of 150.00 SILENT",
                        "AFTER_HOURS EXCLUDED 120 min × 150.00/h × 1.5 = 0.00 of 450.00 EXCLUDED"),
                pieces(estimate));
        assertEquals("0.00", sum(estimate));
        assertFalse(estimate.isComplete());
        Estimate disputed = estimate(Firm.ruled(Verdict.AMBIGUOUS, true), work("12 09:00", 60, 1, false));
        assertEquals(List.of("BUSINESS AMBIGUOUS 60 min × 150.00/h = ? of 150.00 AMBIGUOUS"), pieces(disputed));
        assertFalse(disputed.isComplete());
    }

    private static PlannedWork counted(long minutes, Long units) {
        return new PlannedWork("ONSITE", null, null, Firm.NEW_YORK, null, minutes, 1, false, Place.REMOTE, units);
    }

    @Test
    void aPriceForTheWorkItemIsChargedOnceAndTheTimeIsInIt() {
        WorkItemRuling fixed = Firm.ruled(
                "'treatment':'EXTRA','price':{'kind':'FIXED','amount':'4500.00'},'approval':'REQUIRED'", null);
        Estimate price = estimate(fixed, counted(0, null));
        assertEquals(List.of("null EXTRA fixed price 4500.00 = 4500.00 of 4500.00"), pieces(price));
        assertTrue(price.isComplete());
        Estimate withTime = estimate(fixed, work("12 09:00", 60, 2, true), work("13 09:00", 60, 1, false));
        assertEquals("4500.00", sum(withTime));
        assertTrue(withTime.isComplete());
    }

    @Test
    void plannedUnitsAreChargedByTheAmountForEach() {
        WorkItemRuling each =
                Firm.ruled("'treatment':'EXTRA','price':{'kind':'PER_UNIT','amount':'15.00','unit':'device'}", null);
        assertEquals(
                List.of("null EXTRA 12 × 15.00 a device = 180.00 of 180.00"), pieces(estimate(each, counted(0, 12L))));
        Estimate uncounted = estimate(each, counted(60, null));
        assertEquals("0.00", sum(uncounted));
        assertFalse(uncounted.isComplete());
    }

    @Test
    void workThatNothingPricesIsShownAndNotGuessed() {
        PlannedWork unknown = new PlannedWork("PROJECT", null, null, Firm.NEW_YORK, june("12 09:00"), 60, 3, true);
        Estimate estimate = estimate(EXTRA, unknown);
        assertEquals(List.of("null EXTRA null = ? of ? NO_RATE"), pieces(estimate));
        assertEquals(3, estimate.pieces().getFirst().getFirst().times());
        assertFalse(estimate.isComplete());
    }

    @Test
    void whoIsFreeAgainTravelsToASiteOnceADay() {
        PlannedWork morning = work("13 08:00", 120, 2, true);
        assertEquals(
                2, trips(estimate(EXTRA, work("13 14:00", 60, 1, true), morning)), "the afternoon is one of the two");
        assertEquals(3, trips(estimate(EXTRA, morning, work("13 09:00", 60, 1, true))), "both are busy");
        assertEquals(3, trips(estimate(EXTRA, morning, work("14 08:00", 60, 1, true))), "another day");
        assertEquals(2, trips(estimate(EXTRA, work(null, 60, 1, true), work(null, 60, 1, true))), "nobody knows when");
    }

    private static int trips(Estimate estimate) {
        return estimate.pieces().stream()
                .flatMap(List::stream)
                .filter(piece -> piece.kind() == LineKind.TRAVEL)
                .mapToInt(EstimatedPiece::times)
                .sum();
    }

    @Test
    void aQuotesRatesHoldUntilItExpires() {
        SignedVersions versions = new SignedVersions(List.of(
                Firm.version(1, "2026-01-01", null, "150.00", "ENTRY"),
                Firm.version(2, "2026-06-01", null, "160.00", "ENTRY")));
        WorkItemRuling ruling = new WorkItemRuling(
                EXTRA.cases(),
                null,
                Firm.version(1, "2026-01-01", null, "150.00", "ENTRY").documentHash());
        Estimate.Terms terms = new Estimate.Terms(ruling, versions, true, june("13 00:00"), SATURDAY, UsedVolume.NONE);
        assertEquals(
                List.of(
                        "BUSINESS EXTRA 60 min × 150.00/h = 150.00 of 150.00",
                        "WEEKEND EXTRA 60 min × 160.00/h × 1.5 = 240.00 of 240.00"),
                pieces(Estimate.of(terms, List.of(work("12 09:00", 60, 1, false), work("13 09:00", 60, 1, false)))));
    }

    /** The same work, recorded by named technicians and approved without a limit, is billed for what it was estimated at. */
    @Test
    void whatIsBilledIsWhatWasEstimated() {
        Random random = new Random(20261127);
        WorkItemRuling partly = new WorkItemRuling(
                new RulingCases(List.of(
                        Firm.ruled(OUTSIDE, Treatment.EXTRA, Approval.REQUIRED),
                        Firm.ruled(null, Treatment.INCLUDED, null))),
                null,
                null);
        for (int n = 0; n < 300; n++) {
            SignedVersions versions = new SignedVersions(List.of(Firm.version(
                    1, "2026-01-01", null, "133.33", n % 3 == 0 ? "ENTRY" : n % 3 == 1 ? "VISIT" : "TICKET")));
            WorkItemRuling ruling = random.nextBoolean() ? EXTRA : partly;
            MemoryBook book = new MemoryBook();
            book.sign(versions);
            book.update(book.rule(Firm.MOVE, ruling));
            book.update(book.quote(Firm.MOVE, Firm.caps(Long.MAX_VALUE / 2)));
            List<PlannedWork> planned = new ArrayList<>();
            for (int day = 10; day < 10 + 1 + random.nextInt(6); day++) {
                long minutes = 1L + random.nextInt(900);
                int technicians = 1 + random.nextInt(3);
                String from = day + " 0" + random.nextInt(10) + ":" + (10 + random.nextInt(49));
                planned.add(work(from, minutes, technicians, true));
                for (int t = 0; t < technicians; t++) {
                    long id = planned.size() * 100L + t;
                    book.update(
                            book.record(Firm.entry(id, Firm.MOVE, "who-" + t, "broad-street", june(from), minutes)));
                }
            }
            Estimate estimate = Estimate.of(
                    new Estimate.Terms(ruling, versions, true, Firm.NEXT_YEAR, SATURDAY, UsedVolume.NONE), planned);
            long billed = book.rows.stream()
                    .mapToLong(row -> row.line.figures().billedMinor())
                    .sum();
            assertEquals(Money.of(billed, "USD").amount(), sum(estimate), () -> planned.toString());
        }
    }
}
