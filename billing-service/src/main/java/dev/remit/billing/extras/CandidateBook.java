package dev.remit.billing.extras;

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
import dev.remit.engines.scope.VolumeKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A client's book with other versions signed and other rulings given. Entries at rest move where their ruling is another. */
final class CandidateBook implements Book {
    private final Book known;
    private final SignedVersions versions;
    private final Map<UUID, WorkItemRuling> rulings;

    /** @param rulings by work item, of those that would be ruled again */
    CandidateBook(Book known, SignedVersions versions, Map<UUID, WorkItemRuling> rulings) {
        this.known = known;
        this.versions = versions;
        this.rulings = rulings;
    }

    @Override
    public SignedVersions versions() {
        return versions;
    }

    @Override
    public Map<UUID, WorkItemRuling> rulings(Set<UUID> workItems) {
        Map<UUID, WorkItemRuling> all = new HashMap<>(known.rulings(workItems));
        all.putAll(rulings);
        return all;
    }

    @Override
    public List<WorkEntry> moving(Set<UUID> workItems) {
        return withRuledAgain(known.moving(workItems), workItems);
    }

    @Override
    public List<WorkEntry> unpublished(Set<UUID> workItems) {
        return withRuledAgain(known.unpublished(workItems), workItems);
    }

    @Override
    public List<WorkEntry> unpublished() {
        return withRuledAgain(known.unpublished(), rulings.keySet());
    }

    private List<WorkEntry> withRuledAgain(List<WorkEntry> entries, Set<UUID> workItems) {
        Set<UUID> again = new HashSet<>(workItems);
        again.retainAll(rulings.keySet());
        Map<UUID, WorkEntry> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.put(entry.id(), entry));
        if (!again.isEmpty()) {
            known.ofWorkItems(again).forEach(entry -> all.put(entry.id(), entry));
        }
        return List.copyOf(all.values());
    }

    @Override
    public UUID clientId() {
        return known.clientId();
    }

    @Override
    public List<WorkEntry> entries(Set<UUID> ids) {
        return known.entries(ids);
    }

    @Override
    public List<WorkEntry> ofWorkItems(Set<UUID> workItems) {
        return known.ofWorkItems(workItems);
    }

    @Override
    public List<WorkEntry> waiting(Set<UUID> workItems) {
        return known.waiting(workItems);
    }

    @Override
    public List<WorkEntry> ofVisits(Set<TripDay> visits, boolean withTripOnly) {
        return known.ofVisits(visits, withTripOnly);
    }

    @Override
    public List<WorkEntry> ofTickets(Set<UUID> tickets) {
        return known.ofTickets(tickets);
    }

    @Override
    public Map<UUID, List<BookedLine>> lines(Set<UUID> entries) {
        return known.lines(entries);
    }

    @Override
    public Map<UUID, Approvals> approvals(Set<UUID> workItems, Set<UUID> entries) {
        return known.approvals(workItems, entries);
    }

    @Override
    public Set<UUID> capped(Set<UUID> workItems) {
        return known.capped(workItems);
    }

    @Override
    public Set<VolumeKey> volumes(Set<UUID> entries) {
        return known.volumes(entries);
    }

    @Override
    public List<WorkEntry> counted(Set<VolumeKey> volumes) {
        return known.counted(volumes);
    }

    @Override
    public List<VolumeUse> volumeUses(Set<VolumeKey> volumes) {
        return known.volumeUses(volumes);
    }

    @Override
    public Map<UUID, Sums> billed(Set<UUID> workItems) {
        return known.billed(workItems);
    }

    @Override
    public List<Closing> closings(LocalDate date) {
        return known.closings(date);
    }
}
