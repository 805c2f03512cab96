package dev.remit.bench;

import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Approvals;
import dev.remit.engines.ledger.Book;
import dev.remit.engines.ledger.BookedLine;
import dev.remit.engines.ledger.Closing;
import dev.remit.engines.ledger.VolumeUse;
import dev.remit.engines.ledger.WorkEntry;
import dev.remit.engines.ledger.WorkItemRuling;
import dev.remit.engines.money.Sums;
import dev.remit.engines.rating.TripDay;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.VolumeKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client's book in memory with an index for each question, as a database has. All work is ruled EXTRA. */
final class IndexedBook implements Book {
    private static final WorkItemRuling APPROVED_FIRST = new WorkItemRuling(
            new RulingCases(List.of(new RulingCase(
                    1,
                    null,
                    new Clause("4.2", null, null),
                    null,
                    Treatment.EXTRA,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null))),
            null,
            null);

    private final UUID client;
    private final SignedVersions versions;
    private final Map<UUID, Approvals> approvals;
    private final Map<UUID, WorkEntry> entries = new HashMap<>();
    private final Map<UUID, List<WorkEntry>> moving = new HashMap<>();
    private final Map<TripDay, List<WorkEntry>> byVisit = new HashMap<>();
    private final Map<UUID, List<BookedLine>> lines = new HashMap<>();
    private final Map<UUID, Sums> billed = new HashMap<>();

    IndexedBook(UUID client, SignedVersions versions, Map<UUID, Approvals> approvals) {
        this.client = client;
        this.versions = versions;
        this.approvals = approvals;
    }

    /** Adds an entry that moves, with what the book has of it. */
    void open(WorkEntry entry, List<BookedLine> its) {
        moving.computeIfAbsent(entry.workItemId(), item -> new ArrayList<>()).add(entry);
        add(entry, its);
    }

    /** Adds one that is published whole. */
    void published(WorkEntry entry, List<BookedLine> its) {
        add(entry, its);
        its.forEach(line ->
                billed.merge(line.workItemId(), Sums.of(Stream.of(line.figures().bills())), Sums::plus));
    }

    private void add(WorkEntry entry, List<BookedLine> its) {
        entries.put(entry.id(), entry);
        lines.put(entry.id(), its);
        entry.visit().ifPresent(visit -> byVisit.computeIfAbsent(visit, day -> new ArrayList<>())
                .add(entry));
    }

    private static <K> List<WorkEntry> all(Collection<K> keys, Map<K, List<WorkEntry>> index) {
        return keys.stream()
                .flatMap(key -> index.getOrDefault(key, List.of()).stream())
                .toList();
    }

    private static <K, V> Map<K, V> some(Set<K> keys, Map<K, V> all) {
        return keys.stream().filter(all::containsKey).collect(Collectors.toMap(Function.identity(), all::get));
    }

    @Override
    public UUID clientId() {
        return client;
    }

    @Override
    public List<WorkEntry> entries(Set<UUID> ids) {
        return List.copyOf(some(ids, entries).values());
    }

    @Override
    public List<WorkEntry> moving(Set<UUID> workItems) {
        return all(workItems, moving);
    }

    @Override
    public List<WorkEntry> ofWorkItems(Set<UUID> workItems) {
        return entries.values().stream()
                .filter(entry -> workItems.contains(entry.workItemId()))
                .toList();
    }

    @Override
    public List<WorkEntry> unpublished(Set<UUID> workItems) {
        return all(workItems, moving);
    }

    @Override
    public List<WorkEntry> unpublished() {
        return all(moving.keySet(), moving);
    }

    @Override
    public List<WorkEntry> waiting(Set<UUID> workItems) {
        return List.of();
    }

    @Override
    public List<WorkEntry> ofVisits(Set<TripDay> visits, boolean withTripOnly) {
        return all(visits, byVisit);
    }

    @Override
    public List<WorkEntry> ofTickets(Set<UUID> tickets) {
        return List.of();
    }

    @Override
    public Set<VolumeKey> volumes(Set<UUID> ids) {
        return Set.of();
    }

    @Override
    public List<WorkEntry> counted(Set<VolumeKey> volumes) {
        return List.of();
    }

    @Override
    public List<VolumeUse> volumeUses(Set<VolumeKey> volumes) {
        return List.of();
    }

    @Override
    public Map<UUID, List<BookedLine>> lines(Set<UUID> ids) {
        return some(ids, lines);
    }

    @Override
    public Map<UUID, WorkItemRuling> rulings(Set<UUID> workItems) {
        return workItems.stream().collect(Collectors.toMap(Function.identity(), item -> APPROVED_FIRST));
    }

    @Override
    public Map<UUID, Approvals> approvals(Set<UUID> workItems, Set<UUID> ofEntries) {
        return some(workItems, approvals);
    }

    @Override
    public Set<UUID> capped(Set<UUID> workItems) {
        return some(workItems, approvals).keySet();
    }

    @Override
    public Map<UUID, Sums> billed(Set<UUID> workItems) {
        return some(workItems, billed);
    }

    @Override
    public List<Closing> closings(LocalDate date) {
        return List.of();
    }

    @Override
    public SignedVersions versions() {
        return versions;
    }
}
