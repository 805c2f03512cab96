package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.TripDay;
import dev.remit.engines.scope.VolumeKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entries whose lines changed facts can move. A changed entry may pass a trip to one of the same visit, or minutes to
 * one that is rounded with it, and what it takes of an included volume is not there for others; the lines of all of these use up caps, and so may give room to any entry under the same
 * cap. There it ends: neither trips nor minutes depend on caps.
 */
final class AffectedWork {
    private final Book book;
    private final Set<UUID> changedItems;
    private final boolean visitsShareMinutes;
    private final boolean ticketsShareMinutes;
    private final Map<UUID, WorkEntry> entries = new LinkedHashMap<>();
    private final Map<UUID, List<BookedLine>> lines = new LinkedHashMap<>();
    private final Set<UUID> workItems = new HashSet<>();
    private final Set<VolumeKey> counted = new HashSet<>();

    AffectedWork(Book book, ChangedFacts changed) {
        this.book = book;
        changedItems = changed.workItems();
        Set<Grouping> groupings = book.versions().groupings();
        visitsShareMinutes = groupings.contains(Grouping.VISIT);
        ticketsShareMinutes = groupings.contains(Grouping.TICKET) || groupings.contains(Grouping.TICKET_DAY);
        add(book.entries(changed.entries()));
        if (!changedItems.isEmpty()) {
            add(book.unpublished(changedItems));
        }
        if (changed.terms()) {
            add(book.unpublished());
        }
        add(companions(changed.visits(), changed.tickets()));
        addUnderTheSameCaps();
    }

    /** What takes of the same included volumes may take less or more of them, and then pass on trips and minutes too. */
    private void addCounted() {
        while (true) {
            Set<VolumeKey> found = new HashSet<>(VolumeKeys.withTheNext(volumes(entries.values())));
            found.removeAll(counted);
            counted.addAll(found);
            if (found.isEmpty()) {
                return;
            }
            add(book.counted(found));
            add(companions(Set.of(), Set.of()));
        }
    }

    /** Counts of which entries take, or took before. */
    private Set<VolumeKey> volumes(Collection<WorkEntry> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        Set<UUID> items = some.stream()
                .map(WorkEntry::workItemId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, WorkItemRuling> rulings = items.isEmpty() ? Map.of() : book.rulings(items);
        Set<VolumeKey> volumes =
                new HashSet<>(book.volumes(some.stream().map(WorkEntry::id).collect(Collectors.toSet())));
        some.stream()
                .filter(entry -> entry.workItemId() != null)
                .forEach(entry -> volumes.addAll(VolumeKeys.of(entry, rulings.get(entry.workItemId()))));
        return volumes;
    }

    /** Whether any of the entries of which too much was billed as beyond a volume is news. */
    boolean addOverdrawn(Set<UUID> overdrawn) {
        if (overdrawn.isEmpty() || !add(book.entries(overdrawn))) {
            return false;
        }
        add(companions(Set.of(), Set.of()));
        addUnderTheSameCaps();
        return true;
    }

    /** Whether any of the entries that wait for room under these caps is news. */
    boolean addWaiting(Set<UUID> withRoom) {
        Set<UUID> asked = new HashSet<>(withRoom);
        asked.retainAll(workItems);
        if (asked.isEmpty() || !add(book.waiting(asked))) {
            return false;
        }
        addUnderTheSameCaps();
        return true;
    }

    private boolean add(Collection<WorkEntry> more) {
        int before = entries.size();
        more.forEach(entry -> entries.putIfAbsent(entry.id(), entry));
        return entries.size() > before;
    }

    /** Until no further work item or volume is found; a second round finds one only where an entry has moved between two. */
    private void addUnderTheSameCaps() {
        while (true) {
            addCounted();
            readLines(entries.keySet());
            Set<UUID> found = new HashSet<>(changedItems);
            entries.values().forEach(entry -> found.add(entry.workItemId()));
            entries.keySet().forEach(id -> lines.get(id).forEach(line -> found.add(line.workItemId())));
            found.remove(null);
            found.removeAll(workItems);
            if (found.isEmpty()) {
                return;
            }
            workItems.addAll(found);
            addWhatIsChargedOnce(found);
            Set<UUID> capped = book.capped(found);
            if (!capped.isEmpty()) {
                add(book.moving(capped));
            }
        }
    }

    /** What is charged once for a work item is charged with one of its entries, whichever that is. */
    private void addWhatIsChargedOnce(Set<UUID> found) {
        Set<UUID> charged = new HashSet<>();
        book.rulings(found).forEach((workItem, ruling) -> {
            if (ruling.cases().haveCharges()) {
                charged.add(workItem);
            }
        });
        charged.retainAll(found);
        if (!charged.isEmpty()) {
            add(book.ofWorkItems(charged));
        }
    }

    private void readLines(Set<UUID> ids) {
        Set<UUID> unread = ids.stream().filter(id -> !lines.containsKey(id)).collect(Collectors.toSet());
        if (!unread.isEmpty()) {
            Map<UUID, List<BookedLine>> read = book.lines(unread);
            unread.forEach(id -> lines.put(id, read.getOrDefault(id, List.of())));
        }
    }

    /** Those that share a visit's trip with the entries, or are rounded with them. */
    private List<WorkEntry> companions(Set<TripDay> moreVisits, Set<UUID> moreTickets) {
        Set<TripDay> visits = new HashSet<>(moreVisits);
        Set<UUID> tickets = new HashSet<>(moreTickets);
        for (WorkEntry entry : entries.values()) {
            if (entry.travel() || visitsShareMinutes) {
                entry.visit().ifPresent(visits::add);
            }
            tickets.add(entry.ticketId());
        }
        List<WorkEntry> ofVisits = visits.isEmpty()
                ? List.of()
                : book.ofVisits(visitsShareMinutes ? withDaysAround(visits) : visits, !visitsShareMinutes);
        List<WorkEntry> ofTickets = ticketsShareMinutes && !tickets.isEmpty() ? book.ofTickets(tickets) : List.of();
        return Stream.concat(ofVisits.stream(), ofTickets.stream())
                .filter(entry -> !entries.containsKey(entry.id()))
                .toList();
    }

    /** A card's calendar may be in another zone than the site, and so on another date. */
    private static Set<TripDay> withDaysAround(Set<TripDay> visits) {
        return visits.stream()
                .flatMap(visit -> Stream.of(-1, 0, 1)
                        .map(days -> new TripDay(
                                visit.technician(), visit.site(), visit.date().plusDays(days))))
                .collect(Collectors.toSet());
    }

    private List<VolumeUse> volumeUses(List<WorkEntry> others) {
        List<WorkEntry> all =
                Stream.concat(entries.values().stream(), others.stream()).toList();
        Set<VolumeKey> volumes = volumes(all);
        return volumes.isEmpty() ? List.of() : book.volumeUses(volumes);
    }

    Facts facts() {
        List<WorkEntry> others =
                companions(Set.of(), Set.of()).stream().distinct().toList();
        Set<UUID> all = new HashSet<>(entries.keySet());
        others.forEach(entry -> all.add(entry.id()));
        readLines(all);
        Set<UUID> ruled = new HashSet<>(workItems);
        others.stream().map(WorkEntry::workItemId).filter(Objects::nonNull).forEach(ruled::add);
        SignedVersions versions = book.versions();
        Optional<LocalDate> earliest =
                entries.values().stream().map(WorkEntry::workDate).min(Comparator.naturalOrder());
        return new Facts(
                book.clientId(),
                List.copyOf(entries.values()),
                others,
                book.rulings(ruled),
                book.approvals(ruled, all),
                versions,
                lines,
                book.billed(workItems),
                earliest.map(book::closings).orElse(List.of()),
                volumeUses(others));
    }
}
