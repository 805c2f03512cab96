package dev.remit.engines.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.ledger.MemoryBook.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LedgerPropertiesTest {
    private static final int CHANGES = 30;

    /** What changed facts do not affect needs no look at all, whatever came before. */
    @Property(tries = 300)
    void anUpdateComesToWhatAllOfItComesTo(@ForAll long seed) {
        RandomFacts facts = new RandomFacts(seed);
        MemoryBook book = facts.book();
        for (int i = 0; i < CHANGES; i++) {
            facts.change(book);
            int after = i;
            assertEquals(figures(book.whole()), book.unpublishedLines(), () -> "after change " + after);
        }
    }

    private static Map<LineKey, Figures> figures(Outcome outcome) {
        Map<LineKey, Figures> figures = new HashMap<>();
        outcome.lines().forEach(line -> figures.put(line.key(), line.figures()));
        return figures;
    }

    @Property(tries = 300)
    void theOrderOfArrivalDoesNotMatter(@ForAll long seed) {
        RandomFacts facts = new RandomFacts(seed);
        MemoryBook first = facts.book();
        Map<UUID, WorkEntry> work = new LinkedHashMap<>();
        for (int i = 0; i < CHANGES; i++) {
            WorkEntry entry = facts.entry();
            work.put(entry.id(), entry);
        }
        MemoryBook second = new MemoryBook();
        List<Runnable> told = new ArrayList<>();
        work.values().forEach(entry -> told.add(() -> second.update(second.record(entry))));
        first.rulings.forEach((item, ruling) -> told.add(() -> second.update(second.rule(item, ruling))));
        first.approvals.forEach((item, what) -> told.add(() -> second.update(second.quote(item, what))));
        told.add(() -> second.update(second.sign(first.versions)));
        Collections.shuffle(told, new Random(seed));
        told.forEach(Runnable::run);
        work.values().forEach(entry -> first.update(first.record(entry)));
        assertEquals(first.unpublishedLines(), second.unpublishedLines());
    }

    /** Of each line all is billed, over the cap or held, and of what was published all is taken back or nothing. */
    @Property(tries = 300)
    void nothingIsLost(@ForAll long seed) {
        RandomFacts facts = new RandomFacts(seed);
        MemoryBook book = facts.book();
        for (int i = 0; i < CHANGES; i++) {
            facts.change(book);
        }
        for (Row row : book.rows) {
            Figures figures = row.line.figures();
            if (figures.heldReason() == null || figures.heldReason() == HeldReason.OVER_CAP) {
                assertEquals(figures.amountMinor(), figures.billedMinor() + figures.overCapMinor());
            } else {
                assertEquals(0, figures.billedMinor() + figures.overCapMinor());
            }
            if (row.line.origin() == Origin.REVERSAL) {
                Figures of = book.row(row.line.key().refersTo()).line.figures();
                assertEquals(0, of.amountMinor() + figures.amountMinor());
                assertEquals(0, of.billedMinor() + figures.billedMinor());
                assertEquals(0, of.minutes() + figures.minutes());
            }
            if (row.line.published() && row.reversedBy == null && row.line.origin() == Origin.RATED) {
                long followUps = book.rows.stream()
                        .filter(other -> other.line.origin() == Origin.FOLLOW_UP
                                && other.line.key().refersTo().equals(row.line.id()))
                        .mapToLong(other -> other.line.figures().billedMinor())
                        .sum();
                assertEquals(row.released, followUps);
                assertTrue(row.released <= figures.overCapMinor());
            }
        }
    }

    @Property(tries = 300)
    void noMoreIsBilledThanTheCap(@ForAll long seed) {
        RandomFacts facts = new RandomFacts(seed);
        MemoryBook book = facts.book();
        book.rulings.keySet().forEach(item -> book.quote(item, Firm.caps(50_000)));
        for (int i = 0; i < CHANGES; i++) {
            facts.change(book);
        }
        book.approvals.forEach((workItem, approvals) -> {
            approvals.cap().ifPresent(cap -> {
                long billed = book.rows.stream()
                        .filter(row -> workItem.equals(row.line.workItemId()))
                        .mapToLong(row -> row.line.figures().billedMinor())
                        .sum();
                assertTrue(billed <= cap.minor(), billed + " of " + cap);
            });
        });
    }

    /** A line's end: where nothing of it is charged or awaited, no other change looks at it again. */
    @Property(tries = 300)
    void whatIsPublishedIsNotLookedAtAgain(@ForAll long seed) {
        RandomFacts facts = new RandomFacts(seed);
        MemoryBook book = facts.book();
        for (int i = 0; i < CHANGES; i++) {
            facts.change(book);
        }
        WorkEntry elsewhere = Firm.entry(
                new UUID(6, 99),
                MemoryBook.CLIENT,
                new UUID(3, 99),
                new UUID(4, 99),
                "erin",
                "elsewhere",
                "ONSITE",
                Firm.june("22 09:00"),
                60,
                true,
                Billability.BILLABLE,
                false);
        book.update(book.record(elsewhere));
        assertEquals(1, book.asked);
    }
}
