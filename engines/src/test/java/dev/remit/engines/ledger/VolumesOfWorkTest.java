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

/** Dana and Miguel work where the first visits or hours of a period are included. */
class VolumesOfWorkTest {
    private static final UUID SUPPORT = new UUID(4, 1);
    private static final UUID MORE_SUPPORT = new UUID(4, 2);
    private static final String TWO_HOURS =
            "'treatment':'EXTRA','approval':'NOT_REQUIRED','includedVolume':{'count':2,'unit':'HOUR','period':'MONTH'}";
    private static final String TWO_VISITS =
            "'treatment':'EXTRA','approval':'NOT_REQUIRED','includedVolume':{'count':2,'unit':'VISIT','period':'MONTH'}";

    private final MemoryBook book = new MemoryBook();

    @BeforeEach
    void theTermsAreSigned() {
        book.sign(Firm.terms());
    }

    private void ruled(UUID workItem, String says) {
        book.update(book.rule(workItem, Firm.ruled(says, (Long) null)));
    }

    private void worked(long id, UUID workItem, String from, long minutes) {
        worked(id, workItem, "dana", june(from), minutes, false);
    }

    private void takenBack(long id, UUID workItem, String from, long minutes) {
        worked(id, workItem, "dana", june(from), minutes, true);
    }

    private void worked(long id, UUID workItem, String technician, Instant start, long minutes, boolean deleted) {
        book.update(book.record(entry(
                new UUID(6, id),
                MemoryBook.CLIENT,
                Firm.TICKET,
                workItem,
                technician,
                "broad-street",
                "ONSITE",
                start,
                minutes,
                false,
                Billability.BILLABLE,
                deleted)));
    }

    private void assertLines(String... lines) {
        assertEquals(
                List.of(lines),
                book.rows.stream()
                        .map(row -> row.line)
                        .sorted(Comparator.comparing(
                                        (BookedLine line) -> line.key().entryId())
                                .thenComparing(line -> line.origin() != Origin.RATED)
                                .thenComparing(line -> !line.published())
                                .thenComparing(line -> line.figures().lineNumber()))
                        .map(VolumesOfWorkTest::words)
                        .toList());
    }

    private static String words(BookedLine line) {
        Figures figures = line.figures();
        return line.key().entryId().getLeastSignificantBits() + (line.published() ? " published " : " ")
                + figures.arithmetic() + ", "
                + (figures.heldReason() == null ? figures.billedMinor() : figures.heldReason());
    }

    @Test
    void hoursAreIncludedUntilTheyAreUsedUpAndAnEntryIsDividedWhereTheyAre() {
        ruled(SUPPORT, TWO_HOURS);
        worked(2, SUPPORT, "11 09:00", 60);
        worked(1, SUPPORT, "10 09:00", 90);
        assertLines("1 90 min × 150.00/h, INCLUDED", "2 30 min × 150.00/h, INCLUDED", "2 30 min × 150.00/h, 7500");
    }

    @Test
    void workThatIsLookedAtAloneTakesOfWhatOtherWorkHasLeft() {
        ruled(SUPPORT, TWO_HOURS);
        worked(1, SUPPORT, "10 09:00", 90);
        worked(2, SUPPORT, "11 09:00", 60);
        List<WorkEntry> second = List.of(book.entries.get(new UUID(6, 2)));
        assertEquals(
                List.of("30 min × 150.00/h, INCLUDED", "30 min × 150.00/h, null"),
                Ledger.compute(Facts.alone(book, second)).lines().stream()
                        .map(line -> line.figures().arithmetic() + ", "
                                + line.figures().heldReason())
                        .toList());
    }

    @Test
    void hoursAreCountedAsTheyAreWorkedAndTheRoundedMinutesAreDivided() {
        ruled(SUPPORT, TWO_HOURS);
        worked(1, SUPPORT, "10 09:00", 110);
        worked(2, SUPPORT, "11 09:00", 20);
        assertLines("1 120 min × 150.00/h, INCLUDED", "2 15 min × 150.00/h, INCLUDED", "2 15 min × 150.00/h, 3750");
    }

    @Test
    void lessThanAMinuteThatIsLeftIsUsedUp() {
        ruled(SUPPORT, TWO_HOURS);
        Instant start = june("10 09:00");
        WorkEntry known = entry(1, SUPPORT, "dana", "broad-street", start, 120);
        book.update(book.record(new WorkEntry(
                known.id(),
                known.clientId(),
                known.ticketId(),
                SUPPORT,
                "dana",
                "broad-street",
                Firm.NEW_YORK,
                "ONSITE",
                null,
                start,
                start.plusSeconds(7_170),
                null,
                null,
                false,
                false,
                Billability.BILLABLE,
                false,
                false,
                "half a minute less",
                start)));
        worked(2, SUPPORT, "11 09:00", 30);
        assertLines("1 120 min × 150.00/h, INCLUDED", "2 30 min × 150.00/h, 7500");
    }

    @Test
    void allWorkUnderTheClauseTakesOfOneVolume() {
        ruled(SUPPORT, TWO_HOURS);
        ruled(MORE_SUPPORT, TWO_HOURS);
        worked(1, SUPPORT, "10 09:00", 120);
        worked(2, MORE_SUPPORT, "11 09:00", 60);
        assertLines("1 120 min × 150.00/h, INCLUDED", "2 60 min × 150.00/h, 15000");
        takenBack(1, SUPPORT, "10 09:00", 120);
        assertLines("2 60 min × 150.00/h, INCLUDED");
    }

    @Test
    void aNewMonthHasHoursOfItsOwnAndWorkOverItsMidnightIsCutThere() {
        ruled(SUPPORT, TWO_HOURS);
        worked(1, SUPPORT, "30 10:00", 120);
        worked(2, SUPPORT, "30 23:00", 120);
        assertLines(
                "1 120 min × 150.00/h, INCLUDED",
                "2 60 min × 150.00/h × 1.5, 22500",
                "2 60 min × 150.00/h × 1.5, INCLUDED");
    }

    @Test
    void whatIsLeftOfAMonthGoesIntoTheNextAndNoFurther() {
        String carried = TWO_HOURS.replace("'MONTH'}", "'MONTH','carry':true}");
        ruled(SUPPORT, carried);
        Instant may = Instant.parse("2026-05-20T13:00:00Z");
        Instant april = Instant.parse("2026-04-20T13:00:00Z");
        worked(1, SUPPORT, "dana", april, 60, false);
        worked(2, SUPPORT, "dana", may, 60, false);
        worked(3, SUPPORT, "10 09:00", 240);
        assertLines(
                "1 60 min × 150.00/h, INCLUDED",
                "2 60 min × 150.00/h, INCLUDED",
                "3 180 min × 150.00/h, INCLUDED",
                "3 60 min × 150.00/h, 15000");
        worked(2, SUPPORT, "dana", may, 120, false);
        assertLines(
                "1 60 min × 150.00/h, INCLUDED",
                "2 120 min × 150.00/h, INCLUDED",
                "3 120 min × 150.00/h, INCLUDED",
                "3 120 min × 150.00/h, 30000");
    }

    @Test
    void aVisitIsATechnicianAtASiteOnADateWhateverIsDoneThere() {
        ruled(SUPPORT, TWO_VISITS);
        ruled(MORE_SUPPORT, TWO_VISITS);
        worked(1, SUPPORT, "10 09:00", 60);
        worked(2, MORE_SUPPORT, "10 14:00", 60);
        worked(3, SUPPORT, "miguel", june("10 09:00"), 60, false);
        worked(4, SUPPORT, "11 09:00", 60);
        worked(5, MORE_SUPPORT, "11 15:00", 30);
        assertLines(
                "1 60 min × 150.00/h, INCLUDED",
                "2 60 min × 150.00/h, INCLUDED",
                "3 60 min × 150.00/h, INCLUDED",
                "4 60 min × 150.00/h, 15000",
                "5 30 min × 150.00/h, 7500");
    }

    @Test
    void whatIsPublishedKeepsWhatItTookAndEarlierWorkThatComesLateIsBeyond() {
        ruled(SUPPORT, TWO_HOURS);
        worked(1, SUPPORT, "10 09:00", 60);
        worked(2, SUPPORT, "11 09:00", 120);
        book.cutOff(LocalDate.parse("2026-06-15"), Firm.NEXT_YEAR);
        worked(3, SUPPORT, "09 09:00", 60);
        assertLines(
                "1 60 min × 150.00/h, INCLUDED",
                "2 published 60 min × 150.00/h, 15000",
                "2 60 min × 150.00/h, INCLUDED",
                "3 60 min × 150.00/h, 15000");
    }

    @Test
    void closedWorkThatIsRuledAnewKeepsWhatItThenTookThoughItWasBilledOtherwiseBefore() {
        ruled(SUPPORT, "'treatment':'EXTRA','approval':'NOT_REQUIRED'");
        ruled(MORE_SUPPORT, TWO_HOURS);
        worked(1, SUPPORT, "10 09:00", 180);
        book.cutOff(LocalDate.parse("2026-06-15"), Firm.NEXT_YEAR);
        ruled(SUPPORT, TWO_HOURS);
        worked(2, MORE_SUPPORT, "09 09:00", 60);
        assertLines(
                "1 published 180 min × 150.00/h, 45000",
                "1 120 min × 150.00/h, INCLUDED",
                "1 60 min × 150.00/h, 15000",
                "1 reversal of 180 min × 150.00/h, -45000",
                "2 60 min × 150.00/h, 15000");
    }

    @Test
    void whatWasBilledAsBeyondIsTakenBackWhereMoreIsLeftByNow() {
        ruled(SUPPORT, TWO_HOURS);
        worked(1, SUPPORT, "10 09:00", 60);
        worked(2, SUPPORT, "11 09:00", 120);
        book.cutOff(LocalDate.parse("2026-06-15"), Firm.NEXT_YEAR);
        takenBack(1, SUPPORT, "10 09:00", 60);
        assertLines(
                "2 published 60 min × 150.00/h, 15000",
                "2 120 min × 150.00/h, INCLUDED",
                "2 reversal of 60 min × 150.00/h, -15000");
    }

    @Test
    void workThatSomebodyElsePaysForTakesNothing() {
        ruled(SUPPORT, TWO_HOURS);
        book.update(book.record(entry(
                new UUID(6, 1),
                MemoryBook.CLIENT,
                Firm.TICKET,
                SUPPORT,
                "dana",
                "broad-street",
                "ONSITE",
                june("10 09:00"),
                120,
                false,
                Billability.BILLED_ELSEWHERE,
                false)));
        worked(2, SUPPORT, "11 09:00", 120);
        assertLines("1 120 min × 150.00/h, INCLUDED", "2 120 min × 150.00/h, INCLUDED");
    }
}
