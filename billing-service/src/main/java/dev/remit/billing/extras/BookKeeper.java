package dev.remit.billing.extras;

import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.approvals.Authorities;
import dev.remit.billing.approvals.WorkBeforeApproval;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.CutOffs;
import dev.remit.billing.books.TicketChains;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Work;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.rating.TripDay;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings a client's unpublished lines to where the facts put them. The book is open whenever this works. */
@ApplicationScoped
class BookKeeper {
    private final Work work;
    private final Authorities authorities;
    private final Agreements agreements;
    private final CutOffs cutOffs;
    private final Extras extras;
    private final Ids ids;
    private final TenantClock clock;
    private final TicketChains chains;
    private final Evidence evidence;
    private final Event<WorkBeforeApproval> workBeforeApproval;
    private final EntityManager entities;

    BookKeeper(
            Work work,
            Authorities authorities,
            Agreements agreements,
            CutOffs cutOffs,
            Extras extras,
            Ids ids,
            TenantClock clock,
            TicketChains chains,
            Evidence evidence,
            Event<WorkBeforeApproval> workBeforeApproval,
            EntityManager entities) {
        this.work = work;
        this.authorities = authorities;
        this.agreements = agreements;
        this.cutOffs = cutOffs;
        this.extras = extras;
        this.ids = ids;
        this.clock = clock;
        this.chains = chains;
        this.evidence = evidence;
        this.workBeforeApproval = workBeforeApproval;
        this.entities = entities;
    }

    void refold(@Observes BookChanged change) {
        entities.flush();
        UUID clientId = change.clientId();
        Map<UUID, KnownEntry> entries = entries(change);
        Book book = book(change, entries);
        BookFold.Outcome outcome = BookFold.fold(book);
        // What waits for room under a cap is read only when there is room.
        if (add(entries, extras.waitingEntries(clientId, outcome.open()))) {
            book = book(change, entries);
            outcome = BookFold.fold(book);
        }
        List<Extra> lines = book.lines().values().stream().flatMap(List::stream).toList();
        Rewrite rewrite = new Rewrite(clientId, change.cause(), clock.now());
        rewrite.apply(outcome, lines);
        settle(outcome, entries.keySet(), rewrite.standing);
        entities.flush();
        Map<UUID, RatedProof.Proof> proofs = new RatedProof(book, outcome, change.cause(), rewrite).byTicket();
        chains.openAll(proofs.keySet());
        proofs.forEach((ticket, proof) -> prove(clientId, ticket, proof));
        Set<UUID> unseen = rewrite.news.keySet().stream()
                .filter(line -> line.figures.heldReason() == HeldReason.BEFORE_APPROVAL)
                .map(line -> line.grounds.workItemId())
                .collect(Collectors.toSet());
        if (!unseen.isEmpty()) {
            workBeforeApproval.fire(new WorkBeforeApproval(clientId, unseen));
        }
    }

    private void prove(UUID clientId, UUID ticket, RatedProof.Proof proof) {
        if (proof.groups() == null) {
            evidence.append(ticket, EvidenceKind.RATED, proof.facts());
        } else {
            evidence.append(ticket, EvidenceKind.RATED, proof.facts(), clientId.toString(), proof.groups());
        }
    }

    /** What is at rest is no later fold's business. */
    private void settle(BookFold.Outcome outcome, Set<UUID> entries, List<Extra> unpublished) {
        unpublished.forEach(line -> line.resting = outcome.resting().contains(line.timeEntryId));
        work.settle(entries.stream().filter(outcome.resting()::contains).toList());
    }

    /** What may move by this change: what is in motion anyway, and what rested until such a change. */
    private Map<UUID, KnownEntry> entries(BookChanged change) {
        UUID clientId = change.clientId();
        Map<UUID, KnownEntry> entries = new HashMap<>();
        work.unsettled(clientId).forEach(known -> entries.put(known.id(), known));
        add(entries, extras.entriesInMotion(clientId));
        add(entries, change.entries());
        add(entries, extras.restingEntries(clientId, change.workItems()));
        if (change.terms()) {
            add(entries, extras.restingEntries(clientId));
        }
        Set<UUID> restingTrips = extras.trips(clientId, tripDates(entries.values())).stream()
                .filter(line -> line.resting)
                .map(line -> line.timeEntryId)
                .collect(Collectors.toSet());
        add(entries, restingTrips);
        return entries;
    }

    /** Whether any of them was not there. */
    private boolean add(Map<UUID, KnownEntry> entries, Set<UUID> ids) {
        Set<UUID> missing = ids.stream().filter(id -> !entries.containsKey(id)).collect(Collectors.toSet());
        List<KnownEntry> found = work.entries(missing);
        found.forEach(known -> entries.put(known.id(), known));
        return !found.isEmpty();
    }

    private static Set<LocalDate> tripDates(Collection<KnownEntry> entries) {
        return entries.stream()
                .map(KnownEntry::entry)
                .filter(Entry::travel)
                .map(Entry::workDate)
                .collect(Collectors.toSet());
    }

    private Book book(BookChanged change, Map<UUID, KnownEntry> entries) {
        UUID clientId = change.clientId();
        List<Extra> lines = extras.ofEntries(clientId, entries.keySet());
        Set<UUID> workItems = Stream.of(
                        change.workItems().stream(),
                        entries.values().stream().map(known -> known.entry().workItemId()),
                        lines.stream().map(line -> line.grounds.workItemId()))
                .flatMap(Function.identity())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<TripDay> carried = extras.trips(clientId, tripDates(entries.values())).stream()
                .filter(line -> line.isPublished() && !entries.containsKey(line.timeEntryId))
                .flatMap(line -> TravelCharges.visit(line.grounds).stream())
                .collect(Collectors.toSet());
        Optional<LocalDate> earliest =
                entries.values().stream().map(known -> known.entry().workDate()).min(Comparator.naturalOrder());
        return new Book(
                clientId,
                List.copyOf(entries.values()),
                work.rulings(workItems),
                authorities.of(clientId, workItems, entries.keySet()),
                agreements.versionsOf(clientId),
                lines.stream().collect(Collectors.groupingBy(line -> line.timeEntryId)),
                extras.billed(clientId, workItems),
                carried,
                earliest.map(date -> cutOffs.closingsOf(clientId, date)).orElse(List.of()));
    }

    /** Turns the difference between what the book says and what it must say into rows and journal entries. */
    final class Rewrite {
        private final UUID clientId;
        private final String cause;
        private final Instant now;
        /** Every unpublished line of the fold in the order of the allocation, and what happened to some. */
        final List<Extra> standing = new ArrayList<>();

        final Map<Extra, Change> news = new LinkedHashMap<>();

        /** Of the lines that are news, those whose full value is. */
        final Set<Extra> revalued = new HashSet<>();

        Rewrite(UUID clientId, String cause, Instant now) {
            this.clientId = clientId;
            this.cause = cause;
            this.now = now;
        }

        void apply(BookFold.Outcome outcome, List<Extra> lines) {
            Map<Draft.Key, Extra> present = lines.stream()
                    .filter(line -> !line.isPublished())
                    .collect(Collectors.toMap(line -> line.draft().key(), Function.identity()));
            Map<UUID, UUID> reversals = new HashMap<>();
            List<Extra> added = new ArrayList<>();
            for (Draft draft : outcome.drafts()) {
                Extra line = present.remove(draft.key());
                if (line == null) {
                    line = new Extra(ids.next(), clientId, draft);
                    added.add(line);
                    news.put(line, Change.OPENED);
                    revalued.add(line);
                } else if (!line.draft().equals(draft)) {
                    if (!draft.figures().isWorthAs(line.figures)) {
                        revalued.add(line);
                    }
                    line.become(draft);
                    extras.journal(line, Change.CHANGED, cause, now);
                    news.put(line, Change.CHANGED);
                }
                standing.add(line);
                if (draft.key().origin() == Origin.REVERSAL) {
                    reversals.put(draft.key().refersTo(), line.id);
                }
            }
            present.values().forEach(this::drop);
            added.forEach(this::open);
            lines.stream().filter(Extra::isPublished).forEach(line -> mark(line, outcome, reversals));
        }

        private void drop(Extra line) {
            extras.journal(line, Change.DROPPED, cause, now);
            news.put(line, Change.DROPPED);
            extras.delete(line);
        }

        private void open(Extra line) {
            extras.persist(line);
            extras.journal(line, Change.OPENED, cause, now);
        }

        private void mark(Extra line, BookFold.Outcome outcome, Map<UUID, UUID> reversals) {
            long released = outcome.released().getOrDefault(line.id, line.releasedMinor);
            if (line.releasedMinor != released) {
                line.releasedMinor = released;
                line.settleStatus();
                extras.journal(line, Change.RELEASED, cause, now);
            }
            UUID reversal = reversals.get(line.id);
            if (reversal == null && line.reversedBy != null && isPublished(line.reversedBy)) {
                return;
            }
            if (!Objects.equals(line.reversedBy, reversal)) {
                line.reversedBy = reversal;
                line.settleStatus();
                extras.journal(line, reversal == null ? Change.REINSTATED : Change.REVERSED, cause, now);
            }
        }

        private boolean isPublished(UUID reversal) {
            Extra line = extras.findById(reversal);
            return line != null && line.isPublished();
        }
    }
}
