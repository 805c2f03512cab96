package dev.remit.billing.extras;

import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Book;
import dev.remit.engines.ledger.BookedLine;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.engines.ledger.Facts;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.Ledger;
import dev.remit.engines.ledger.LedgerLine;
import dev.remit.engines.ledger.Outcome;
import dev.remit.engines.ledger.WorkEntry;
import dev.remit.engines.ledger.WorkItemRuling;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A client's lines as the ledger makes them with other versions signed and other rulings given. Changes nothing. */
@ApplicationScoped
public class CandidateLines {
    private final Work work;
    private final StoredBooks books;

    CandidateLines(Work work, StoredBooks books) {
        this.work = work;
        this.books = books;
    }

    /** What a line of a work item comes to. */
    public record WorkFigures(UUID workItemId, Figures figures) {}

    /** Lines beside each other: as they are and as they would be. */
    public record Compared(List<WorkFigures> before, List<WorkFigures> after) {}

    /**
     * What comes of the book's lines; what is published stays, and is reversed where it no longer holds.
     *
     * @param rulings by work item, of those that would be ruled again
     */
    public Compared afterwards(UUID clientId, SignedVersions versions, Map<UUID, Ruling> rulings) {
        Book known = books.of(clientId);
        Book book = new CandidateBook(known, versions, forLedger(rulings));
        Outcome outcome = Ledger.update(book, new ChangedFacts(Set.of(), rulings.keySet(), Set.of(), Set.of(), true));
        List<BookedLine> before = known.lines(ids(outcome.facts().entries())).values().stream()
                .flatMap(Collection::stream)
                .toList();
        List<WorkFigures> after = new ArrayList<>(
                figures(before.stream().filter(BookedLine::published).toList()));
        after.addAll(figures(outcome));
        return new Compared(figures(before), after);
    }

    /** What the work of some dates comes to from its facts alone, as if nothing of it had been computed or published. */
    public Compared anew(
            UUID clientId, SignedVersions versions, Map<UUID, Ruling> rulings, LocalDate from, LocalDate to) {
        Book known = books.of(clientId);
        Book book = new CandidateBook(known, versions, forLedger(rulings));
        List<WorkEntry> entries = work.ofDates(clientId, from, to).stream()
                .map(KnownEntry::forLedger)
                .toList();
        return new Compared(
                figures(Ledger.compute(Facts.alone(known, entries))),
                figures(Ledger.compute(Facts.alone(book, entries))));
    }

    private static Map<UUID, WorkItemRuling> forLedger(Map<UUID, Ruling> rulings) {
        return rulings.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, ruled -> ruled.getValue()
                .forLedger()));
    }

    private static Set<UUID> ids(List<WorkEntry> entries) {
        return entries.stream().map(WorkEntry::id).collect(Collectors.toSet());
    }

    private static List<WorkFigures> figures(List<BookedLine> lines) {
        return lines.stream()
                .filter(line -> line.workItemId() != null)
                .map(line -> new WorkFigures(line.workItemId(), line.figures()))
                .toList();
    }

    /** A reversal gives back under the work item of the line that it reverses. */
    private static List<WorkFigures> figures(Outcome outcome) {
        Map<UUID, UUID> ofEntries = new HashMap<>();
        outcome.facts().entries().forEach(entry -> ofEntries.put(entry.id(), entry.workItemId()));
        Map<UUID, UUID> ofLines = outcome.facts().lines().values().stream()
                .flatMap(Collection::stream)
                .filter(line -> line.workItemId() != null)
                .collect(Collectors.toMap(BookedLine::id, BookedLine::workItemId));
        List<WorkFigures> figures = new ArrayList<>();
        for (LedgerLine line : outcome.lines()) {
            UUID workItem = line.key().refersTo() == null
                    ? ofEntries.get(line.key().entryId())
                    : ofLines.get(line.key().refersTo());
            if (workItem != null) {
                figures.add(new WorkFigures(workItem, line.figures()));
            }
        }
        return figures;
    }
}
