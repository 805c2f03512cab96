package dev.remit.engines.ledger;

import static dev.remit.engines.ledger.Firm.MOVE;
import static dev.remit.engines.ledger.Firm.entry;
import static dev.remit.engines.ledger.Firm.june;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.MemoryBook.Row;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.ScopeRule.Approval;
import dev.remit.engines.scope.SilentReason;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.WorkConditions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Work whose clauses say different things of its pieces: open on weekdays from 8:30 to 17:30 in New York, 150.00 an hour,
 * 1.5 after hours and at weekends; the 12th of June is a Friday.
 */
class PiecesOfWorkTest {
    private static final WorkConditions OUTSIDE_HOURS =
            new WorkConditions(Set.of(Band.AFTER_HOURS, Band.WEEKEND), Set.of(), Set.of());

    private final MemoryBook book = new MemoryBook();

    @BeforeEach
    void theTermsAreSigned() {
        book.sign(Firm.terms());
    }

    private void ruled(Treatment outsideHours, Approval approval, Treatment otherwise) {
        book.update(book.rule(
                MOVE,
                new WorkItemRuling(
                        new RulingCases(List.of(
                                Firm.ruled(OUTSIDE_HOURS, outsideHours, approval),
                                Firm.ruled(null, otherwise, Approval.NOT_REQUIRED))),
                        null,
                        null)));
    }

    private void worked(long id, String from, long minutes) {
        book.update(book.record(entry(id, MOVE, "dana", "broad-street", june(from), minutes)));
    }

    private void workedWithoutATrip(long id, String from, long minutes) {
        book.update(book.record(entry(
                new UUID(6, id),
                MemoryBook.CLIENT,
                Firm.TICKET,
                MOVE,
                "dana",
                "broad-street",
                "ONSITE",
                june(from),
                minutes,
                false,
                Billability.BILLABLE,
                false)));
    }

    /** Each line in short: entry, band, minutes, what is billed, and what else it is. */
    private List<String> lines() {
        return book.rows.stream()
                .filter(row -> row.line.key().kind() == LineKind.LABOUR)
                .sorted(Comparator.comparing((Row row) -> row.entry().toString())
                        .thenComparing(row -> row.line.figures().lineNumber())
                        .thenComparing(row -> row.line.figures().band())
                        .thenComparing(row -> row.line.origin()))
                .map(row -> {
                    Figures figures = row.line.figures();
                    return row.entry().getLeastSignificantBits() + " " + figures.band() + " " + figures.minutes() + " "
                            + figures.billedMinor()
                            + (row.line.published() ? " PUBLISHED" : "")
                            + (row.line.origin() == Origin.RATED ? "" : " " + row.line.origin())
                            + (figures.heldReason() == null ? "" : " " + figures.heldReason());
                })
                .toList();
    }

    @Test
    void theExtraPartOfAnEntryIsChargedAndTheRestSaysWhatItIsWorth() {
        ruled(Treatment.EXTRA, Approval.NOT_REQUIRED, Treatment.INCLUDED);
        worked(1, "12 16:30", 180);
        worked(2, "12 09:00", 60);
        worked(3, "13 08:00", 540);
        assertEquals(
                List.of(
                        "1 BUSINESS 60 0 INCLUDED",
                        "1 AFTER_HOURS 120 45000",
                        "2 BUSINESS 60 0 INCLUDED",
                        "3 WEEKEND 540 202500"),
                lines());
        assertEquals(
                List.of(15_000L, 15_000L, 7_500L),
                book.rows.stream()
                        .map(row -> row.line.figures())
                        .filter(figures -> figures.heldReason() == HeldReason.INCLUDED)
                        .map(Figures::amountMinor)
                        .toList());
    }

    @Test
    void whatMustBeApprovedIsHeldAndTheRestIsBilled() {
        ruled(Treatment.EXTRA, Approval.REQUIRED, Treatment.EXTRA);
        worked(1, "12 16:30", 180);
        assertEquals(List.of("1 BUSINESS 60 15000", "1 AFTER_HOURS 120 0 AWAITING_APPROVAL"), lines());
        book.update(book.quote(MOVE, Firm.caps(30_000)));
        assertEquals(List.of("1 BUSINESS 60 15000", "1 AFTER_HOURS 120 15000"), lines());
    }

    @Test
    void roundingIsOfTheEntryAndSharedOutBeforeAnyPieceIsJudged() {
        ruled(Treatment.EXTRA, Approval.NOT_REQUIRED, Treatment.INCLUDED);
        worked(1, "12 17:00", 62);
        assertEquals(List.of("1 BUSINESS 36 0 INCLUDED", "1 AFTER_HOURS 39 14625"), lines());
    }

    @Test
    void aPublishedPieceStaysWhenAnotherBecomesExtra() {
        ruled(Treatment.EXTRA, Approval.NOT_REQUIRED, Treatment.INCLUDED);
        workedWithoutATrip(1, "12 16:30", 180);
        book.cutOff(LocalDate.parse("2026-06-30"), Firm.NEXT_YEAR);
        ruled(Treatment.EXTRA, Approval.NOT_REQUIRED, Treatment.EXTRA);
        assertEquals(List.of("1 BUSINESS 60 15000", "1 AFTER_HOURS 120 45000 PUBLISHED"), lines());
        ruled(Treatment.INCLUDED, Approval.NOT_REQUIRED, Treatment.EXTRA);
        assertEquals(
                List.of(
                        "1 BUSINESS 60 15000",
                        "1 AFTER_HOURS 120 45000 PUBLISHED",
                        "1 AFTER_HOURS 120 0 INCLUDED",
                        "1 AFTER_HOURS -120 -45000 REVERSAL"),
                lines());
    }

    @Test
    void aPieceThatBecomesExtraUsesTheCapBeforeALaterPieceThatIsPublished() {
        ruled(Treatment.EXTRA, Approval.REQUIRED, Treatment.INCLUDED);
        book.update(book.quote(MOVE, Firm.caps(40_000)));
        workedWithoutATrip(1, "12 16:30", 180);
        book.cutOff(LocalDate.parse("2026-06-30"), Firm.NEXT_YEAR);
        book.quote(MOVE, Firm.caps(40_000, 10_000));
        ruled(Treatment.EXTRA, Approval.REQUIRED, Treatment.EXTRA);
        List<String> first = List.of("1 BUSINESS 60 10000", "1 AFTER_HOURS 120 40000 PUBLISHED");
        assertEquals(first, lines());
        book.update(ChangedFacts.ofWorkItem(MOVE));
        assertEquals(first, lines());
    }

    @Test
    void aTripGoesByWhereTheWorkBegins() {
        ruled(Treatment.EXTRA, Approval.NOT_REQUIRED, Treatment.INCLUDED);
        worked(1, "12 16:30", 180);
        assertEquals(List.of(HeldReason.INCLUDED), trips());
        worked(2, "13 08:00", 60);
        assertEquals(Arrays.asList(HeldReason.INCLUDED, null), trips());
    }

    private List<HeldReason> trips() {
        return book.rows.stream()
                .filter(row -> row.line.key().kind() == LineKind.TRAVEL)
                .map(row -> row.line.figures().heldReason())
                .toList();
    }

    @Test
    void workThatNobodyHasCategorisedSaysSo() {
        book.rule(MOVE, new WorkItemRuling(RulingCases.NONE, SilentReason.NOT_CATEGORISED, null));
        worked(1, "13 08:00", 60);
        assertEquals(List.of("1 WEEKEND 60 0 AWAITING_CATEGORY"), lines());
        book.rule(MOVE, new WorkItemRuling(RulingCases.NONE, SilentReason.NO_CLAUSE, null));
        book.update(ChangedFacts.ofWorkItem(MOVE));
        assertEquals(List.of("1 WEEKEND 60 0 SILENT"), lines());
    }
}
