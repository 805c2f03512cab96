package dev.remit.billing.feeds;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.billing.approvals.QuoteDrafting;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.ClientBook;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.json.Lenient;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows rulings and time entries. Nothing needs to be prepared. */
@ApplicationScoped
class TicketsEvents implements FeedHandler<Void> {
    private static final String WORK_ITEM_RULED = "WorkItemRuled";
    private static final String TIME_ENTRY_RECORDED = "TimeEntryRecorded";

    private final TicketsApi tickets;
    private final Payloads payloads;
    private final Work work;
    private final QuoteDrafting drafting;
    private final ClientBook book;
    private final TenantClock clock;
    private final Event<BookChanged> bookChanged;

    TicketsEvents(
            @RestClient TicketsApi tickets,
            @Lenient ObjectMapper json,
            Work work,
            QuoteDrafting drafting,
            ClientBook book,
            TenantClock clock,
            Event<BookChanged> bookChanged) {
        this.tickets = tickets;
        this.payloads = new Payloads(json);
        this.work = work;
        this.drafting = drafting;
        this.book = book;
        this.clock = clock;
        this.bookChanged = bookChanged;
    }

    @Override
    public String name() {
        return "billing.tickets";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return tickets.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return type.equals(WORK_ITEM_RULED) || type.equals(TIME_ENTRY_RECORDED);
    }

    @Override
    public void apply(FeedEvent event, Void prepared) {
        if (event.type().equals(WORK_ITEM_RULED)) {
            ruled(payloads.read(event, WorkItemRuled.class));
        } else {
            recorded(payloads.read(event, TimeEntryRecorded.class));
        }
    }

    private void ruled(WorkItemRuled event) {
        Ruling ruling = event.ruling();
        Optional<Ruling> known = work.ruling(event.workItemId());
        UUID before = known.map(Ruling::clientId).orElse(null);
        book.openAll(Arrays.asList(before, ruling.clientId()));
        if (work.learn(event.workItemId(), ruling)) {
            if (ruling.confidential()) {
                known.map(Ruling::title).ifPresent(title -> drafting.withhold(title, event.workItemId()));
            }
            drafting.follow(event.workItemId());
            refold(before, ruling.clientId(), "ruling " + ruling.rulingId(), Set.of());
        }
    }

    private void recorded(TimeEntryRecorded event) {
        Entry entry = event.entry();
        UUID before = work.entry(event.timeEntryId())
                .map(known -> known.entry().clientId())
                .orElse(null);
        book.openAll(Arrays.asList(before, entry.clientId()));
        if (work.learn(event.timeEntryId(), entry, clock.now())) {
            String cause = "time entry " + event.timeEntryId() + " revision " + entry.revision();
            refold(before, entry.clientId(), cause, Set.of(event.timeEntryId()));
        }
    }

    private void refold(UUID before, UUID now, String cause, Set<UUID> moved) {
        Stream.of(Optional.ofNullable(before), Optional.ofNullable(now))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(client -> bookChanged.fire(BookChanged.ofEntries(client, cause, moved)));
    }
}
