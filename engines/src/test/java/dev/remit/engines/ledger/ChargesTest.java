package dev.remit.engines.ledger;

import static dev.remit.engines.ledger.Firm.entry;
import static dev.remit.engines.ledger.Firm.june;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dana and Miguel move an office that is priced by the work item or the unit, or that costs a surcharge. */
class ChargesTest {
    private static final UUID MOVE = new UUID(4, 1);
    private static final String FIXED = "'treatment':'EXTRA','price':{'kind':'FIXED','amount':'4500.00'}";
    private static final String PER_UNIT =
            "'treatment':'EXTRA','approval':'NOT_REQUIRED','price':{'kind':'PER_UNIT','amount':'15.00','unit':'device'}";

    private final MemoryBook book = new MemoryBook();

    @BeforeEach
    void theTermsAreSigned() {
        book.sign(Firm.terms());
    }

    private void ruled(String says, Long counted) {
        book.update(book.rule(MOVE, Firm.ruled(says, counted)));
    }

    private void worked(long id, String technician, String from, long minutes) {
        book.update(book.record(entry(id, MOVE, technician, "broad-street", june(from), minutes)));
    }

    private void deleted(long id, String from, long minutes) {
        book.update(book.record(Firm.entry(
                new UUID(6, id),
                MemoryBook.CLIENT,
                Firm.TICKET,
                MOVE,
                "dana",
                "broad-street",
                "ONSITE",
                june(from),
                minutes,
                true,
                Billability.BILLABLE,
                true)));
    }

    private void assertLines(String... lines) {
        assertEquals(
                List.of(lines),
                book.rows.stream()
                        .map(row -> row.line)
                        .sorted(Comparator.comparing((BookedLine line) -> !line.published())
                                .thenComparing(line -> line.origin() != Origin.REVERSAL)
                                .thenComparing(line -> line.key().entryId())
                                .thenComparing(line -> line.figures().lineNumber()))
                        .map(ChargesTest::words)
                        .toList());
    }

    private static String words(BookedLine line) {
        Figures figures = line.figures();
        return line.key().entryId().getLeastSignificantBits() + " " + line.key().kind() + ": " + figures.arithmetic()
                + " = " + figures.amountMinor() + ", "
                + (figures.heldReason() == null ? figures.billedMinor() : figures.heldReason());
    }

    @Test
    void aPriceIsChargedOnceAndTheTimeBehindItIsInIt() {
        ruled(FIXED, null);
        book.update(book.quote(MOVE, Firm.caps(450_000)));
        worked(2, "miguel", "12 10:00", 60);
        worked(1, "dana", "12 09:00", 60);
        assertLines(
                "1 LABOUR: 60 min × 150.00/h = 15000, IN_PRICE",
                "1 FIXED: fixed price 4500.00 = 450000, 450000",
                "1 TRAVEL: travel fee 75.00 = 7500, IN_PRICE",
                "2 LABOUR: 60 min × 150.00/h = 15000, IN_PRICE",
                "2 TRAVEL: travel fee 75.00 = 7500, IN_PRICE");
    }

    @Test
    void aPriceWaitsForItsApprovalAndIsBilledUpToTheCap() {
        ruled(FIXED, null);
        worked(1, "dana", "12 09:00", 60);
        assertEquals(HeldReason.AWAITING_APPROVAL, figuresOf(LineKind.FIXED).heldReason());
        book.update(book.quote(MOVE, Firm.caps(400_000)));
        assertEquals(400_000, figuresOf(LineKind.FIXED).billedMinor());
        assertEquals(50_000, figuresOf(LineKind.FIXED).overCapMinor());
        book.cutOff(LocalDate.parse("2026-06-30"), Firm.NEXT_YEAR);
        book.update(book.quote(MOVE, Firm.caps(400_000, 50_000)));
        Figures released = book.rows.stream()
                .map(row -> row.line)
                .filter(line -> line.origin() == Origin.FOLLOW_UP)
                .findFirst()
                .orElseThrow()
                .figures();
        assertEquals(50_000, released.billedMinor());
    }

    private Figures figuresOf(LineKind kind) {
        return book.rows.stream()
                .map(row -> row.line)
                .filter(line -> line.key().kind() == kind)
                .findFirst()
                .orElseThrow()
                .figures();
    }

    @Test
    void aPublishedPriceStaysWhateverBecomesOfTheTimeAndMovesWithoutItsEntry() {
        ruled(FIXED + ",'approval':'NOT_REQUIRED'", null);
        worked(1, "dana", "12 09:00", 60);
        worked(2, "miguel", "12 10:00", 60);
        book.cutOff(LocalDate.parse("2026-06-30"), Firm.NEXT_YEAR);
        worked(1, "dana", "12 09:00", 90);
        assertLines(
                "1 FIXED: fixed price 4500.00 = 450000, 450000",
                "1 LABOUR: 90 min × 150.00/h = 22500, IN_PRICE",
                "1 TRAVEL: travel fee 75.00 = 7500, IN_PRICE",
                "2 LABOUR: 60 min × 150.00/h = 15000, IN_PRICE",
                "2 TRAVEL: travel fee 75.00 = 7500, IN_PRICE");
        deleted(1, "12 09:00", 90);
        assertLines(
                "1 FIXED: fixed price 4500.00 = 450000, 450000",
                "1 FIXED: reversal of fixed price 4500.00 = -450000, -450000",
                "2 LABOUR: 60 min × 150.00/h = 15000, IN_PRICE",
                "2 FIXED: fixed price 4500.00 = 450000, 450000",
                "2 TRAVEL: travel fee 75.00 = 7500, IN_PRICE");
    }

    @Test
    void unitsAreChargedAsSomebodyHasCountedThem() {
        ruled(PER_UNIT, null);
        worked(1, "dana", "12 09:00", 60);
        assertEquals(HeldReason.AWAITING_COUNT, figuresOf(LineKind.PER_UNIT).heldReason());
        ruled(PER_UNIT, 12L);
        assertEquals("12 × 15.00 a device", figuresOf(LineKind.PER_UNIT).arithmetic());
        assertEquals(18_000, figuresOf(LineKind.PER_UNIT).billedMinor());
        book.cutOff(LocalDate.parse("2026-06-30"), Firm.NEXT_YEAR);
        ruled(PER_UNIT, 10L);
        assertLines(
                "1 PER_UNIT: 12 × 15.00 a device = 18000, 18000",
                "1 PER_UNIT: reversal of 12 × 15.00 a device = -18000, -18000",
                "1 LABOUR: 60 min × 150.00/h = 15000, IN_PRICE",
                "1 PER_UNIT: 10 × 15.00 a device = 15000, 15000",
                "1 TRAVEL: travel fee 75.00 = 7500, IN_PRICE");
        ruled(PER_UNIT, 0L);
        assertEquals(3, book.rows.stream().filter(row -> !row.line.published()).count());
    }

    @Test
    void includedWorkCanCostACallOutOnceADay() {
        ruled("'treatment':'INCLUDED','surcharge':{'kind':'CALL_OUT','amount':'90.00'}", null);
        worked(1, "dana", "13 09:00", 60);
        worked(2, "dana", "13 11:00", 60);
        worked(3, "dana", "14 09:00", 60);
        assertLines(
                "1 LABOUR: 60 min × 150.00/h × 1.5 = 22500, INCLUDED",
                "1 CALL_OUT: call-out 90.00 = 9000, 9000",
                "1 TRAVEL: travel fee 75.00 = 7500, INCLUDED",
                "2 LABOUR: 60 min × 150.00/h × 1.5 = 22500, INCLUDED",
                "3 LABOUR: 60 min × 150.00/h × 1.5 = 22500, INCLUDED",
                "3 CALL_OUT: call-out 90.00 = 9000, 9000",
                "3 TRAVEL: travel fee 75.00 = 7500, INCLUDED");
    }

    @Test
    void includedWorkCanCostTheSurchargeOfItsBand() {
        ruled("'treatment':'INCLUDED','surcharge':{'kind':'MULTIPLIER'}", null);
        worked(1, "dana", "13 09:00", 60);
        worked(2, "dana", "15 09:00", 60);
        assertLines(
                "1 LABOUR: 60 min × 150.00/h × 1.5 = 22500, INCLUDED",
                "1 SURCHARGE: 60 min × 150.00/h × (1.5 − 1) = 7500, 7500",
                "1 TRAVEL: travel fee 75.00 = 7500, INCLUDED",
                "2 LABOUR: 60 min × 150.00/h = 15000, INCLUDED",
                "2 TRAVEL: travel fee 75.00 = 7500, INCLUDED");
        book.cutOff(LocalDate.parse("2026-06-30"), Instant.parse("2027-01-01T00:00:00Z"));
        ruled("'treatment':'INCLUDED'", null);
        assertLines(
                "1 SURCHARGE: 60 min × 150.00/h × (1.5 − 1) = 7500, 7500",
                "1 SURCHARGE: reversal of 60 min × 150.00/h × (1.5 − 1) = -7500, -7500",
                "1 LABOUR: 60 min × 150.00/h × 1.5 = 22500, INCLUDED",
                "1 TRAVEL: travel fee 75.00 = 7500, INCLUDED",
                "2 LABOUR: 60 min × 150.00/h = 15000, INCLUDED",
                "2 TRAVEL: travel fee 75.00 = 7500, INCLUDED");
    }
}
