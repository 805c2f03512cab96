package dev.remit.billing.extras;

import dev.remit.billing.approvals.ApprovalFacts;
import dev.remit.billing.approvals.Decider;
import dev.remit.billing.books.CutOffs;
import dev.remit.billing.volumes.TakenVolumes;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Approvals;
import dev.remit.engines.ledger.ApprovedQuote;
import dev.remit.engines.ledger.Basis;
import dev.remit.engines.ledger.Book;
import dev.remit.engines.ledger.BookedLine;
import dev.remit.engines.ledger.Closing;
import dev.remit.engines.ledger.LedgerLine;
import dev.remit.engines.ledger.VolumeUse;
import dev.remit.engines.ledger.WorkEntry;
import dev.remit.engines.ledger.WorkItemRuling;
import dev.remit.engines.money.Sums;
import dev.remit.engines.rating.TripDay;
import dev.remit.engines.scope.VolumeKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client's open book as the database has it, for one computation. Remembers what was read for what is written. */
final class StoredBook implements Book {
    private final UUID clientId;
    private final Work work;
    private final ApprovalFacts quotes;
    private final SignedVersions versions;
    private final CutOffs cutOffs;
    private final Extras extras;
    private final BilledWork billedWork;
    private final TakenVolumes volumes;
    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Map<UUID, Ruling> rulings = new HashMap<>();
    private final Map<UUID, Decider> deciders = new HashMap<>();
    private final Map<UUID, Extra> lines = new HashMap<>();

    StoredBook(
            UUID clientId,
            Work work,
            ApprovalFacts quotes,
            SignedVersions versions,
            CutOffs cutOffs,
            Extras extras,
            BilledWork billedWork,
            TakenVolumes volumes) {
        this.clientId = clientId;
        this.work = work;
        this.quotes = quotes;
        this.versions = versions;
        this.cutOffs = cutOffs;
        this.extras = extras;
        this.billedWork = billedWork;
        this.volumes = volumes;
    }

    @Override
    public UUID clientId() {
        return clientId;
    }

    @Override
    public SignedVersions versions() {
        return versions;
    }

    @Override
    public List<WorkEntry> entries(Set<UUID> ids) {
        return forLedger(work.entries(ids));
    }

    @Override
    public List<WorkEntry> moving(Set<UUID> workItems) {
        return together(work.unsettledOfWorkItems(clientId, workItems), extras.entriesMoving(clientId, workItems));
    }

    @Override
    public List<WorkEntry> ofWorkItems(Set<UUID> workItems) {
        return forLedger(work.ofWorkItems(clientId, workItems));
    }

    @Override
    public List<WorkEntry> unpublished(Set<UUID> workItems) {
        return together(work.unsettledOfWorkItems(clientId, workItems), extras.entriesUnpublished(clientId, workItems));
    }

    @Override
    public List<WorkEntry> unpublished() {
        return together(work.unsettled(clientId), extras.entriesUnpublished(clientId));
    }

    @Override
    public List<WorkEntry> waiting(Set<UUID> workItems) {
        return forLedger(work.entries(extras.entriesWaiting(clientId, workItems)));
    }

    @Override
    public List<WorkEntry> ofVisits(Set<TripDay> visits, boolean withTripOnly) {
        return forLedger(work.ofVisits(clientId, visits).stream()
                .filter(known -> known.entry().travel() || !withTripOnly)
                .toList());
    }

    @Override
    public List<WorkEntry> ofTickets(Set<UUID> tickets) {
        return forLedger(work.unsettledOfTickets(clientId, tickets));
    }

    private List<WorkEntry> together(List<KnownEntry> unsettled, Set<UUID> withLines) {
        Set<UUID> missing = new HashSet<>(withLines);
        unsettled.forEach(known -> missing.remove(known.id()));
        return forLedger(Stream.concat(unsettled.stream(), work.entries(missing).stream())
                .toList());
    }

    private List<WorkEntry> forLedger(Collection<KnownEntry> known) {
        known.forEach(entry -> entries.put(entry.id(), entry.entry()));
        return known.stream().map(KnownEntry::forLedger).toList();
    }

    @Override
    public Map<UUID, List<BookedLine>> lines(Set<UUID> ids) {
        List<Extra> read = extras.ofEntries(clientId, ids);
        read.forEach(line -> lines.put(line.id(), line));
        return read.stream().map(Extra::forLedger).collect(Collectors.groupingBy(line -> line.key()
                .entryId()));
    }

    @Override
    public Map<UUID, WorkItemRuling> rulings(Set<UUID> workItems) {
        rulings.putAll(work.rulings(workItems));
        Map<UUID, WorkItemRuling> asked = new HashMap<>();
        rulings.forEach((workItem, ruling) -> asked.put(workItem, ruling.forLedger()));
        return asked;
    }

    @Override
    public Map<UUID, Approvals> approvals(Set<UUID> workItems, Set<UUID> entryIds) {
        ApprovalFacts.Known known = quotes.of(clientId, workItems, entryIds);
        deciders.putAll(known.deciders());
        return known.byWorkItem();
    }

    @Override
    public Set<UUID> capped(Set<UUID> workItems) {
        return quotes.approved(clientId, workItems);
    }

    @Override
    public Set<VolumeKey> volumes(Set<UUID> entryIds) {
        return volumes.volumesOf(entryIds);
    }

    @Override
    public List<WorkEntry> counted(Set<VolumeKey> keys) {
        return forLedger(work.unsettled(clientId, volumes.entriesOf(clientId, keys)));
    }

    @Override
    public List<VolumeUse> volumeUses(Set<VolumeKey> keys) {
        return volumes.uses(clientId, keys);
    }

    @Override
    public Map<UUID, Sums> billed(Set<UUID> workItems) {
        return billedWork.of(clientId, workItems);
    }

    @Override
    public List<Closing> closings(LocalDate date) {
        return cutOffs.closingsOf(clientId, date).stream()
                .map(made -> new Closing(made.through(), made.madeAt()))
                .toList();
    }

    /** The lines of some entries that were read before. */
    List<Extra> linesOf(Collection<WorkEntry> some) {
        Set<UUID> ids = some.stream().map(WorkEntry::id).collect(Collectors.toSet());
        return lines.values().stream()
                .filter(line -> ids.contains(line.timeEntryId()))
                .toList();
    }

    /** Who approved a quote. */
    Decider decider(UUID quoteId) {
        return deciders.get(quoteId);
    }

    /**
     * A line with everything that it rests on.
     *
     * @param present the unpublished line of the same key; null where there is none
     */
    LineContent content(LedgerLine line, Extra present) {
        return new LineContent(line.key(), line.figures(), basis(line, present));
    }

    private LineBasis basis(LedgerLine line, Extra present) {
        return switch (line.basis()) {
            case Basis.Present now -> {
                Entry entry = entries.get(line.key().entryId());
                yield LineBasis.of(line.key().kind(), entry, rulings.get(entry.workItemId()), now, by(now.approval()));
            }
            case Basis.Kept kept -> present.basis();
            case Basis.Released(ApprovedQuote approval) ->
                approval == null
                        ? published(line).basis()
                        : published(line).basis().approvedBy(approval, by(approval));
            case Basis.Reversed reversed -> published(line).basis().afterCutOff();
        };
    }

    private Extra published(LedgerLine line) {
        return lines.get(line.key().refersTo());
    }

    private Decider by(ApprovedQuote quote) {
        return quote == null ? null : deciders.get(quote.quoteId());
    }
}
