package dev.remit.billing.extras;

import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.approvals.Authorities;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.CutOffs;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Evidence evidence;
    private final EntityManager entities;

    BookKeeper(
            Work work,
            Authorities authorities,
            Agreements agreements,
            CutOffs cutOffs,
            Extras extras,
            Ids ids,
            TenantClock clock,
            Evidence evidence,
            EntityManager entities) {
        this.work = work;
        this.authorities = authorities;
        this.agreements = agreements;
        this.cutOffs = cutOffs;
        this.extras = extras;
        this.ids = ids;
        this.clock = clock;
        this.evidence = evidence;
        this.entities = entities;
    }

    void refold(@Observes BookChanged change) {
        entities.flush();
        UUID clientId = change.clientId();
        List<Extra> unpublished = extras.unpublished(clientId);
        Map<UUID, KnownEntry> entries = entries(clientId, unpublished, change.moved());
        List<Extra> published = extras.publishedOf(clientId, entries.keySet());
        Book book = book(clientId, entries, unpublished, published);
        BookFold.Outcome outcome = BookFold.fold(book);
        Rewrite rewrite = new Rewrite(clientId, change.cause(), clock.now());
        rewrite.apply(outcome, unpublished, published);
        settle(outcome, published);
        entities.flush();
        new RatedProof(book, outcome, change.cause(), rewrite.standing, rewrite.news)
                .byTicket()
                .forEach((ticket, proof) -> evidence.append(ticket, EvidenceKind.RATED, proof));
    }

    /** Most work is included and has no lines: no later fold is to read it again for nothing. */
    private void settle(BookFold.Outcome outcome, List<Extra> published) {
        Set<UUID> quiet = new HashSet<>(outcome.quiet());
        outcome.drafts().forEach(draft -> quiet.remove(draft.key().timeEntryId()));
        published.stream().filter(Extra::isUnfinished).forEach(line -> quiet.remove(line.timeEntryId));
        work.settle(quiet);
    }

    private Map<UUID, KnownEntry> entries(UUID clientId, List<Extra> unpublished, Set<UUID> moved) {
        Map<UUID, KnownEntry> entries = new HashMap<>();
        work.unsettled(clientId).forEach(known -> entries.put(known.id(), known));
        Set<UUID> others = Stream.concat(unpublished.stream().map(line -> line.timeEntryId), moved.stream())
                .filter(id -> !entries.containsKey(id))
                .collect(Collectors.toSet());
        work.entries(others).forEach(known -> entries.put(known.id(), known));
        return entries;
    }

    private Book book(UUID clientId, Map<UUID, KnownEntry> entries, List<Extra> unpublished, List<Extra> published) {
        Set<UUID> workItems = Stream.concat(
                        entries.values().stream().map(known -> known.entry().workItemId()),
                        published.stream().map(line -> line.grounds.workItemId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<LocalDate> dates =
                entries.values().stream().map(known -> known.entry().workDate()).collect(Collectors.toSet());
        Map<UUID, Ruling> rulings = work.rulings(workItems);
        LocalDate earliest = dates.stream().min(Comparator.naturalOrder()).orElse(LocalDate.MAX);
        return new Book(
                clientId,
                List.copyOf(entries.values()),
                rulings,
                authorities.of(clientId, workItems),
                agreements.versionsOf(clientId),
                Stream.concat(unpublished.stream(), published.stream())
                        .collect(Collectors.groupingBy(line -> line.timeEntryId)),
                workItems.isEmpty() ? Map.of() : extras.billedMinor(clientId, workItems),
                extras.carried(clientId, dates, entries.keySet()),
                dates.isEmpty() ? List.of() : cutOffs.closingsOf(clientId, earliest));
    }

    /** Turns the difference between what the book says and what it must say into rows and journal entries. */
    private final class Rewrite {
        private final UUID clientId;
        private final String cause;
        private final Instant now;
        /** Every unpublished line in the order of the allocation, and what happened to some. */
        private final List<Extra> standing = new ArrayList<>();

        private final Map<Extra, Change> news = new LinkedHashMap<>();

        Rewrite(UUID clientId, String cause, Instant now) {
            this.clientId = clientId;
            this.cause = cause;
            this.now = now;
        }

        void apply(BookFold.Outcome outcome, List<Extra> unpublished, List<Extra> published) {
            Map<Draft.Key, Extra> present = unpublished.stream()
                    .collect(Collectors.toMap(line -> line.draft().key(), Function.identity()));
            Map<UUID, UUID> reversals = new HashMap<>();
            List<Extra> added = new ArrayList<>();
            for (Draft draft : outcome.drafts()) {
                Extra line = present.remove(draft.key());
                if (line == null) {
                    line = new Extra(ids.next(), clientId, draft);
                    added.add(line);
                    news.put(line, Change.OPENED);
                } else if (!line.draft().equals(draft)) {
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
            published.forEach(line -> mark(line, outcome, reversals));
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
