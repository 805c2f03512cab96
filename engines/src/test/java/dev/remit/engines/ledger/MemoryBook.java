package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.money.Sums;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.TripDay;
import dev.remit.engines.scope.VolumeKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client's book in memory, which keeps what a ledger gives as billing keeps it. */
final class MemoryBook implements Book {
    static final UUID CLIENT = new UUID(1, 1);

    final Map<UUID, WorkEntry> entries = new LinkedHashMap<>();
    final Map<UUID, WorkItemRuling> rulings = new HashMap<>();
    final Map<UUID, Approvals> approvals = new HashMap<>();
    final List<Closing> closings = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();
    final List<VolumeUse> volumeUses = new ArrayList<>();
    SignedVersions versions = new SignedVersions(List.of());
    private final Set<UUID> settled = new HashSet<>();
    private long ids;

    /** How many entries and lines the last update was asked about. */
    int asked;

    static final class Row {
        BookedLine line;
        LocalDate date;
        boolean resting;
        long released;
        UUID reversedBy;

        boolean isWaiting() {
            return line.published()
                    ? reversedBy == null && line.figures().overCapMinor() > released
                    : line.figures().heldReason() == HeldReason.OVER_CAP;
        }

        UUID entry() {
            return line.key().entryId();
        }

        boolean isOf(Set<UUID> workItems) {
            return line.workItemId() != null && workItems.contains(line.workItemId());
        }
    }

    ChangedFacts record(WorkEntry entry) {
        WorkEntry before = entries.put(entry.id(), entry);
        settled.remove(entry.id());
        return ChangedFacts.ofEntry(entry.id(), before);
    }

    ChangedFacts rule(UUID workItem, WorkItemRuling ruling) {
        rulings.put(workItem, ruling);
        entries.values().stream()
                .filter(entry -> workItem.equals(entry.workItemId()))
                .forEach(entry -> settled.remove(entry.id()));
        return ChangedFacts.ofWorkItem(workItem);
    }

    ChangedFacts quote(UUID workItem, Approvals what) {
        approvals.put(workItem, what);
        return ChangedFacts.ofWorkItem(workItem);
    }

    ChangedFacts sign(SignedVersions signed) {
        versions = signed;
        return ChangedFacts.ofTerms();
    }

    void cutOff(LocalDate through, Instant madeAt) {
        Set<UUID> locked = new HashSet<>();
        for (Row row : rows) {
            Figures figures = row.line.figures();
            if (!row.line.published()
                    && figures.heldReason() == null
                    && figures.billedMinor() != 0
                    && !row.date.isAfter(through)) {
                BookedLine line = row.line;
                row.line = new BookedLine(line.id(), line.key(), figures, line.workItemId(), line.factsHash(), true);
                locked.add(row.entry());
            }
        }
        Set<UUID> left = rows.stream()
                .filter(row -> !row.line.published())
                .map(Row::entry)
                .collect(Collectors.toSet());
        locked.stream().filter(id -> !left.contains(id)).forEach(settled::add);
        closings.add(new Closing(through, madeAt));
        if (!locked.isEmpty() && !Set.of(Grouping.ENTRY).equals(versions.groupings())) {
            update(ChangedFacts.ofEntries(locked));
        }
    }

    Outcome update(ChangedFacts changed) {
        Outcome outcome = Ledger.update(this, changed);
        asked = outcome.facts().entries().size();
        keep(outcome);
        return outcome;
    }

    private void keep(Outcome outcome) {
        Set<UUID> wanted = outcome.facts().entries().stream().map(WorkEntry::id).collect(Collectors.toSet());
        Map<LineKey, Row> present = new HashMap<>();
        rows.stream()
                .filter(row -> !row.line.published() && wanted.contains(row.entry()))
                .forEach(row -> present.put(row.line.key(), row));
        Map<UUID, UUID> reversals = new HashMap<>();
        for (LedgerLine line : outcome.lines()) {
            Row row = present.remove(line.key());
            BookedLine before = row == null ? null : row.line;
            if (row == null) {
                row = new Row();
                rows.add(row);
            }
            become(row, line, before);
            row.resting = outcome.atRest().contains(row.entry());
            if (line.key().origin() == Origin.REVERSAL) {
                reversals.put(line.key().refersTo(), row.line.id());
            }
        }
        rows.removeAll(present.values());
        rows.stream()
                .filter(row -> row.line.published() && wanted.contains(row.entry()))
                .forEach(row -> mark(row, outcome, reversals));
        volumeUses.removeIf(use -> wanted.contains(use.entryId()));
        volumeUses.addAll(outcome.volumeUses());
        settled.removeAll(wanted);
        settled.addAll(outcome.atRest());
    }

    private void become(Row row, LedgerLine line, BookedLine before) {
        UUID id = before == null ? new UUID(2, ++ids) : before.id();
        BookedLine source =
                switch (line.basis()) {
                    case Basis.Present now -> null;
                    case Basis.Kept kept -> before;
                    case Basis.Released released -> published(line);
                    case Basis.Reversed reversed -> published(line);
                };
        WorkEntry entry = entries.get(line.key().entryId());
        UUID workItem = source == null ? entry.workItemId() : source.workItemId();
        String hash = source == null ? entry.factsHash() : source.factsHash();
        if (source == null) {
            row.date = entry.workDate();
        } else if (source != before) {
            row.date = row(line.key().refersTo()).date;
        }
        row.line = new BookedLine(id, line.key(), line.figures(), workItem, hash, false);
    }

    private BookedLine published(LedgerLine line) {
        return row(line.key().refersTo()).line;
    }

    Row row(UUID id) {
        return rows.stream().filter(row -> row.line.id().equals(id)).findFirst().orElseThrow();
    }

    private void mark(Row row, Outcome outcome, Map<UUID, UUID> reversals) {
        row.released = outcome.released().getOrDefault(row.line.id(), row.released);
        UUID reversal = reversals.get(row.line.id());
        if (reversal == null && isPublished(row.reversedBy)) {
            return;
        }
        row.reversedBy = reversal;
    }

    private boolean isPublished(UUID id) {
        return rows.stream().anyMatch(row -> row.line.id().equals(id) && row.line.published());
    }

    /** Everything at once, as if nothing were known of what is at rest. */
    Outcome whole() {
        return Ledger.compute(new Facts(
                CLIENT,
                List.copyOf(entries.values()),
                List.of(),
                rulings,
                approvals,
                versions,
                lines(entries.keySet()),
                billed(rulings.keySet()),
                closings,
                volumeUses));
    }

    Map<LineKey, Figures> unpublishedLines() {
        return rows.stream()
                .filter(row -> !row.line.published())
                .collect(Collectors.toMap(row -> row.line.key(), row -> row.line.figures()));
    }

    @Override
    public UUID clientId() {
        return CLIENT;
    }

    @Override
    public List<WorkEntry> entries(Set<UUID> ids) {
        return ids.stream().filter(entries::containsKey).map(entries::get).toList();
    }

    @Override
    public List<WorkEntry> moving(Set<UUID> workItems) {
        return with(
                entry -> isOf(entry, workItems) && !settled.contains(entry.id()),
                row -> row.isOf(workItems) && !row.line.published() && !row.resting);
    }

    @Override
    public List<WorkEntry> ofWorkItems(Set<UUID> workItems) {
        return with(entry -> isOf(entry, workItems), row -> false);
    }

    @Override
    public List<WorkEntry> unpublished(Set<UUID> workItems) {
        return with(
                entry -> isOf(entry, workItems) && !settled.contains(entry.id()),
                row -> row.isOf(workItems) && !row.line.published());
    }

    @Override
    public List<WorkEntry> unpublished() {
        return with(
                entry -> CLIENT.equals(entry.clientId()) && !settled.contains(entry.id()),
                row -> !row.line.published());
    }

    @Override
    public List<WorkEntry> waiting(Set<UUID> workItems) {
        return with(entry -> false, row -> row.isOf(workItems) && row.isWaiting());
    }

    private static boolean isOf(WorkEntry entry, Collection<UUID> workItems) {
        return CLIENT.equals(entry.clientId()) && entry.workItemId() != null && workItems.contains(entry.workItemId());
    }

    private List<WorkEntry> with(Predicate<WorkEntry> which, Predicate<Row> orLine) {
        Set<UUID> byLine = rows.stream().filter(orLine).map(Row::entry).collect(Collectors.toSet());
        return entries.values().stream()
                .filter(entry -> which.test(entry) || byLine.contains(entry.id()))
                .toList();
    }

    @Override
    public List<WorkEntry> ofVisits(Set<TripDay> visits, boolean withTripOnly) {
        return with(
                entry -> CLIENT.equals(entry.clientId())
                        && (entry.travel() || !withTripOnly)
                        && entry.visit().filter(visits::contains).isPresent(),
                row -> false);
    }

    @Override
    public List<WorkEntry> ofTickets(Set<UUID> tickets) {
        return with(
                entry -> CLIENT.equals(entry.clientId())
                        && tickets.contains(entry.ticketId())
                        && !settled.contains(entry.id()),
                row -> false);
    }

    @Override
    public Map<UUID, List<BookedLine>> lines(Set<UUID> ids) {
        return rows.stream()
                .filter(row -> ids.contains(row.entry()))
                .map(row -> row.line)
                .collect(Collectors.groupingBy(line -> line.key().entryId()));
    }

    @Override
    public Set<VolumeKey> volumes(Set<UUID> ids) {
        return volumeUses.stream()
                .filter(use -> ids.contains(use.entryId()))
                .map(VolumeUse::volume)
                .collect(Collectors.toSet());
    }

    @Override
    public List<WorkEntry> counted(Set<VolumeKey> volumes) {
        Set<UUID> taking = volumeUses(volumes).stream().map(VolumeUse::entryId).collect(Collectors.toSet());
        return with(
                entry -> taking.contains(entry.id()) && !settled.contains(entry.id()),
                row -> taking.contains(row.entry()) && !row.line.published() && !row.resting);
    }

    @Override
    public List<VolumeUse> volumeUses(Set<VolumeKey> volumes) {
        return volumeUses.stream().filter(use -> volumes.contains(use.volume())).toList();
    }

    @Override
    public Map<UUID, WorkItemRuling> rulings(Set<UUID> workItems) {
        return of(rulings, workItems);
    }

    @Override
    public Map<UUID, Approvals> approvals(Set<UUID> workItems, Set<UUID> ofEntries) {
        return of(approvals, workItems);
    }

    private static <T> Map<UUID, T> of(Map<UUID, T> all, Set<UUID> keys) {
        Map<UUID, T> some = new HashMap<>(all);
        some.keySet().retainAll(keys);
        return some;
    }

    @Override
    public Set<UUID> capped(Set<UUID> workItems) {
        return workItems.stream()
                .filter(item -> approvals.getOrDefault(item, Approvals.NONE).isGranted())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, Sums> billed(Set<UUID> workItems) {
        Map<UUID, Sums> billed = new HashMap<>();
        rows.stream()
                .filter(row -> row.line.published() && row.isOf(workItems))
                .forEach(row -> billed.merge(
                        row.line.workItemId(),
                        Sums.of(Stream.of(row.line.figures().bills())),
                        Sums::plus));
        return billed;
    }

    @Override
    public List<Closing> closings(LocalDate date) {
        return closings.stream()
                .filter(closing -> !closing.through().isBefore(date))
                .toList();
    }

    @Override
    public SignedVersions versions() {
        return versions;
    }
}
