package dev.remit.engines.ledger;

import static dev.remit.engines.ledger.Firm.MOVE;
import static dev.remit.engines.ledger.Firm.OTHER;
import static dev.remit.engines.ledger.Firm.caps;
import static dev.remit.engines.ledger.Firm.entry;
import static dev.remit.engines.ledger.Firm.june;
import static dev.remit.engines.ledger.Firm.ruled;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Approvals.Refusal;
import dev.remit.engines.ledger.MemoryBook.Row;
import dev.remit.engines.money.Money;
import dev.remit.engines.scope.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The office move: EXTRA, 150.00 an hour, 1.5 at weekends, 75.00 a trip; the 13th of June is a Saturday. */
class LedgerTest {
    private static final LocalDate END_OF_JUNE = LocalDate.parse("2026-06-30");

    private final MemoryBook book = new MemoryBook();

    @BeforeEach
    void everythingIsSigned() {
        book.sign(Firm.terms());
        book.rule(MOVE, ruled(Verdict.EXTRA, true));
        book.rule(OTHER, ruled(Verdict.EXTRA, false));
    }

    private WorkEntry saturday(long id, String technician) {
        return entry(id, MOVE, technician, "broad-street", june("13 08:00"), 540);
    }

    private void record(WorkEntry entry) {
        book.update(book.record(entry));
    }

    private void approve(long... capsMinor) {
        book.update(book.quote(MOVE, caps(capsMinor)));
    }

    private void cutOff() {
        book.cutOff(END_OF_JUNE, Firm.NEXT_YEAR);
    }

    /** Each line in short: entry, kind, billed, over the cap, and what else it is. */
    private List<String> lines() {
        return book.rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.entry().toString())
                        .thenComparing(row -> row.line.key().kind())
                        .thenComparing(row -> row.line.key().origin()))
                .map(LedgerTest::line)
                .toList();
    }

    private static String line(Row row) {
        Figures figures = row.line.figures();
        return row.entry().getLeastSignificantBits() + " " + row.line.key().kind() + " " + figures.billedMinor() + "+"
                + figures.overCapMinor()
                + (row.line.published() ? " PUBLISHED" : "")
                + (row.line.origin() == Origin.RATED ? "" : " " + row.line.origin())
                + (figures.heldReason() == null ? "" : " " + figures.heldReason());
    }

    @Test
    void workBillsInItsOrderUntilTheCapIsReached() {
        approve(400_000);
        record(saturday(2, "miguel"));
        record(saturday(1, "dana"));
        assertEquals(
                List.of("1 LABOUR 202500+0", "1 TRAVEL 7500+0", "2 LABOUR 190000+12500", "2 TRAVEL 0+7500 OVER_CAP"),
                lines());
    }

    @Test
    void furtherRoomReleasesALineOfItsOwnOncePublished() {
        approve(200_000);
        record(saturday(1, "dana"));
        cutOff();
        approve(200_000, 6_000);
        List<String> released =
                List.of("1 LABOUR 200000+2500 PUBLISHED", "1 LABOUR 2500+0 FOLLOW_UP", "1 TRAVEL 3500+4000");
        assertEquals(released, lines());
        book.update(ChangedFacts.ofWorkItem(MOVE));
        assertEquals(released, lines());
        cutOff();
        approve(200_000, 6_000, 90_000);
        assertEquals(
                List.of(
                        "1 LABOUR 200000+2500 PUBLISHED",
                        "1 LABOUR 2500+0 PUBLISHED FOLLOW_UP",
                        "1 TRAVEL 3500+4000 PUBLISHED",
                        "1 TRAVEL 4000+0 FOLLOW_UP"),
                lines());
    }

    @Test
    void workThatIsTakenBackIsReversedAndGivesItsRoomToOtherWork() {
        approve(210_000);
        record(saturday(1, "dana"));
        cutOff();
        record(saturday(2, "miguel"));
        assertEquals("2 LABOUR 0+202500 OVER_CAP", lines().get(2));
        record(Firm.entry(
                new UUID(6, 1),
                MemoryBook.CLIENT,
                Firm.TICKET,
                MOVE,
                "dana",
                "broad-street",
                "ONSITE",
                june("13 08:00"),
                540,
                true,
                Billability.BILLABLE,
                true));
        assertEquals(
                List.of(
                        "1 LABOUR 202500+0 PUBLISHED",
                        "1 LABOUR -202500+0 REVERSAL",
                        "1 TRAVEL 7500+0 PUBLISHED",
                        "1 TRAVEL -7500+0 REVERSAL",
                        "2 LABOUR 202500+0",
                        "2 TRAVEL 7500+0"),
                lines());
        record(saturday(1, "dana"));
        assertEquals(
                List.of(
                        "1 LABOUR 202500+0 PUBLISHED",
                        "1 TRAVEL 7500+0 PUBLISHED",
                        "2 LABOUR 0+202500 OVER_CAP",
                        "2 TRAVEL 0+7500 OVER_CAP"),
                lines());
    }

    @Test
    void aTripGoesToTheFirstWorkThatIsBilledWhateverItsWorkItem() {
        record(saturday(1, "dana"));
        record(entry(2, OTHER, "dana", "broad-street", june("13 18:00"), 60));
        assertEquals(List.of("1 LABOUR 0+0 AWAITING_APPROVAL", "2 LABOUR 22500+0", "2 TRAVEL 7500+0"), lines());
        approve(400_000);
        assertEquals(List.of("1 LABOUR 202500+0", "1 TRAVEL 7500+0", "2 LABOUR 22500+0"), lines());
        cutOff();
        book.update(book.rule(MOVE, ruled(Verdict.INCLUDED, false)));
        assertEquals("2 TRAVEL 7500+0", lines().getLast());
    }

    @Test
    void withoutASiteEachTripIsOneOfItsOwn() {
        approve(900_000);
        record(entry(1, MOVE, "dana", null, june("15 09:00"), 60));
        record(entry(2, MOVE, "dana", null, june("15 14:00"), 60));
        assertEquals(List.of("1 LABOUR 15000+0", "1 TRAVEL 7500+0", "2 LABOUR 15000+0", "2 TRAVEL 7500+0"), lines());
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,         BILLABLE,         ONSITE,  -,        AWAITING_RULING
            SILENT,    BILLABLE,         ONSITE,  -,        SILENT
            AMBIGUOUS, BILLABLE,         ONSITE,  -,        AMBIGUOUS
            EXCLUDED,  BILLABLE,         ONSITE,  -,        EXCLUDED
            EXTRA,     NOT_BILLABLE,     ONSITE,  -,        NOT_BILLABLE
            EXTRA,     COVERED,          ONSITE,  -,        COVERED
            EXTRA,     BILLED_ELSEWHERE, ONSITE,  -,        BILLED_ELSEWHERE
            EXTRA,     BILLABLE,         CABLING, -,        NO_RATE
            EXTRA,     BILLABLE,         -,       -,        NO_RATE
            EXTRA,     BILLABLE,         ONSITE,  -,        AWAITING_APPROVAL
            EXTRA,     BILLABLE,         ONSITE,  DECLINED, DECLINED
            EXTRA,     BILLABLE,         ONSITE,  EXPIRED,  QUOTE_EXPIRED
            """)
    void workIsHeld(Verdict verdict, Billability billable, String workType, Refusal refused, HeldReason reason) {
        UUID item = new UUID(4, 7);
        if (verdict != null) {
            book.rule(item, ruled(verdict, true));
        }
        book.quote(item, new Approvals(List.of(), refused, Map.of()));
        record(Firm.entry(
                new UUID(6, 1),
                MemoryBook.CLIENT,
                Firm.TICKET,
                item,
                "dana",
                "broad-street",
                workType,
                june("13 08:00"),
                540,
                false,
                billable,
                false));
        assertEquals(List.of("1 LABOUR 0+0 " + reason), lines());
    }

    @Test
    void workFromBeforeAnApprovalThatNobodyWasShownTakesNoRoom() {
        ApprovedQuote late = new ApprovedQuote(
                new UUID(7, 0), Money.of(30_000, "USD"), "", Firm.NEXT_YEAR, june("14 09:00"), Map.of());
        book.update(book.quote(MOVE, new Approvals(List.of(late), null, Map.of())));
        record(saturday(1, "dana"));
        record(entry(2, MOVE, "dana", null, june("15 09:00"), 60));
        assertEquals(
                List.of(
                        "1 LABOUR 0+0 BEFORE_APPROVAL",
                        "1 TRAVEL 0+0 BEFORE_APPROVAL",
                        "2 LABOUR 15000+0",
                        "2 TRAVEL 7500+0"),
                lines());
    }

    /** An hour before and an hour after half past five on a Friday, under a cap for the first of them. */
    @Test
    void aHoldThatComesAfterAPartWasPublishedHoldsTheRest() {
        approve(15_000);
        record(entry(1, MOVE, "dana", "broad-street", june("12 16:30"), 120));
        cutOff();
        book.versions = new SignedVersions(List.of());
        approve(15_000, 50_000);
        assertEquals(List.of("1 LABOUR 15000+0 PUBLISHED", "1 LABOUR 0+0 NO_AGREEMENT"), lines());
    }

    @Test
    void aCapThatIsGoneReleasesWhatWasOverIt() {
        approve(200_000);
        record(saturday(1, "dana"));
        cutOff();
        book.quote(MOVE, Approvals.NONE);
        book.rule(MOVE, ruled(Verdict.EXTRA, false));
        record(saturday(1, "dana"));
        assertEquals(
                List.of("1 LABOUR 200000+2500 PUBLISHED", "1 LABOUR 2500+0 FOLLOW_UP", "1 TRAVEL 7500+0"), lines());
    }

    @Test
    void capsInSeveralCurrenciesAreNeverAddedUp() {
        book.quote(
                MOVE,
                new Approvals(List.of(Firm.approved(200_000, "USD"), Firm.approved(900_000, "EUR")), null, Map.of()));
        record(saturday(1, "dana"));
        assertEquals(List.of("1 LABOUR 0+0 OTHER_CURRENCY", "1 TRAVEL 0+0 OTHER_CURRENCY"), lines());
    }

    @Test
    void whatIsPublishedOrOfAnotherCapIsNotReadAgain() {
        approve(900_000);
        for (int i = 0; i < 20; i++) {
            record(entry(i, MOVE, "dana", "broad-street", june("15 09:00").plusSeconds(86_400L * i), 60));
        }
        assertEquals(20, book.asked);
        record(entry(50, OTHER, "miguel", "broad-street", june("15 09:00"), 60));
        assertEquals(1, book.asked);
        cutOff();
        record(entry(51, MOVE, "miguel", "broad-street", june("16 09:00"), 60));
        assertEquals(5, book.asked, "those of July are not cut off");
    }

    @Test
    void whatWaitsForRoomIsReadOnlyWhereThereIsRoom() {
        approve(10_000);
        record(entry(1, MOVE, "dana", null, june("15 09:00"), 60));
        cutOff();
        record(entry(2, MOVE, "dana", null, june("16 09:00"), 60));
        assertEquals(2, book.asked, "the trip of the first is not published");
        record(entry(3, OTHER, "dana", null, june("16 09:00"), 60));
        assertEquals(1, book.asked);
        approve(10_000, 90_000);
        assertEquals(
                List.of(
                        "1 LABOUR 10000+5000 PUBLISHED",
                        "1 LABOUR 5000+0 FOLLOW_UP",
                        "1 TRAVEL 7500+0",
                        "2 LABOUR 15000+0",
                        "2 TRAVEL 7500+0",
                        "3 LABOUR 15000+0",
                        "3 TRAVEL 7500+0"),
                lines());
    }
}
