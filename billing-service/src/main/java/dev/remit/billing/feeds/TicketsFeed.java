package dev.remit.billing.feeds;

import dev.remit.billing.approvals.QuoteDrafting;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.ClientBook;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.engines.ledger.WorkEntry;
import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows tickets, rulings and time entries. Nothing needs to be prepared. */
@ApplicationScoped
class TicketsFeed implements FeedHandler<Void> {
    static final String NAME = "billing.tickets";

    private static final String WORK_ITEM_RULED = "WorkItemRuled";
    private static final String TIME_ENTRY_RECORDED = "TimeEntryRecorded";
    private static final Set<String> WANTED =
            Set.of(WORK_ITEM_RULED, TIME_ENTRY_RECORDED, "TicketReceived", "TicketChanged");

    private final TicketsClient tickets;
    private final FeedPayloads payloads;
    private final Work work;
    private final QuoteDrafting drafting;
    private final ClientBook book;
    private final TenantClock clock;
    private final Event<BookChanged> bookChanged;

    TicketsFeed(
            @RestClient TicketsClient tickets,
            FeedPayloads payloads,
            Work work,
            QuoteDrafting drafting,
            ClientBook book,
            TenantClock clock,
            Event<BookChanged> bookChanged) {
        this.tickets = tickets;
        this.payloads = payloads;
        this.work = work;
        this.drafting = drafting;
        this.book = book;
        this.clock = clock;
        this.bookChanged = bookChanged;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return tickets.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return WANTED.contains(type);
    }

    @Override
    public void apply(FeedEvent event, Void prepared) {
        applyAll(List.of(new Prepared<>(event, null)));
    }

    /** Everything is learned first, in order, and then each client's lines are computed once. */
    @Override
    public void applyAll(List<Prepared<Void>> events) {
        List<Fact> facts = events.stream().map(next -> fact(next.event())).toList();
        book.openAll(facts.stream().flatMap(fact -> clients(fact).stream()).toList());
        Changes changes = new Changes();
        facts.forEach(fact -> learn(fact, changes));
        changes.byClient().forEach(bookChanged::fire);
    }

    private Fact fact(FeedEvent event) {
        return switch (event.type()) {
            case WORK_ITEM_RULED -> payloads.read(event, WorkItemRuled.class);
            case TIME_ENTRY_RECORDED -> payloads.read(event, TimeEntryRecorded.class);
            default -> payloads.read(event, TicketStatusRecorded.class);
        };
    }

    /** In whose books a fact may change anything: the client before and the client now. */
    private Set<UUID> clients(Fact fact) {
        Set<UUID> clients = new HashSet<>();
        switch (fact) {
            case WorkItemRuled ruled -> {
                clients.add(ruled.clientId());
                work.ruling(ruled.workItemId()).map(Ruling::clientId).ifPresent(clients::add);
            }
            case TimeEntryRecorded recorded -> {
                clients.add(recorded.clientId());
                work.entry(recorded.timeEntryId())
                        .map(known -> known.entry().clientId())
                        .ifPresent(clients::add);
            }
            case TicketStatusRecorded status ->
                work.rulingsOf(status.ticketId()).values().forEach(ruling -> clients.add(ruling.clientId()));
        }
        return clients;
    }

    private void learn(Fact fact, Changes changes) {
        switch (fact) {
            case WorkItemRuled ruled -> ruled(ruled, changes);
            case TimeEntryRecorded recorded -> recorded(recorded, changes);
            case TicketStatusRecorded status -> recorded(status, changes);
        }
    }

    private void ruled(WorkItemRuled event, Changes changes) {
        Ruling ruling = event.ruling();
        Optional<Ruling> known = work.ruling(event.workItemId());
        if (work.learn(event.workItemId(), ruling)) {
            if (ruling.confidential()) {
                known.map(Ruling::title).ifPresent(title -> drafting.withhold(title, event.workItemId()));
            }
            drafting.follow(event.workItemId());
            String cause = "ruling " + ruling.rulingId();
            ChangedFacts changed = ChangedFacts.ofWorkItem(event.workItemId());
            changes.add(known.map(Ruling::clientId).orElse(null), cause, changed);
            changes.add(ruling.clientId(), cause, changed);
        }
    }

    private void recorded(TimeEntryRecorded event, Changes changes) {
        Entry entry = event.entry();
        WorkEntry before =
                work.entry(event.timeEntryId()).map(KnownEntry::forLedger).orElse(null);
        if (work.learn(event.timeEntryId(), entry, clock.now())) {
            String cause = "time entry " + event.timeEntryId() + " revision " + entry.revision();
            ChangedFacts changed = ChangedFacts.ofEntry(event.timeEntryId(), before);
            changes.add(before == null ? null : before.clientId(), cause, changed);
            changes.add(entry.clientId(), cause, changed);
        }
    }

    /** Nobody is asked to approve work for a ticket that was called off; one that lives again is quoted again. */
    private void recorded(TicketStatusRecorded event, Changes changes) {
        if (work.learn(event.ticketId(), event.isCalledOff())) {
            work.rulingsOf(event.ticketId()).forEach((workItem, ruling) -> {
                drafting.follow(workItem);
                changes.add(ruling.clientId(), "ticket " + event.ticketId(), ChangedFacts.ofWorkItem(workItem));
            });
        }
    }
}
