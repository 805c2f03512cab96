package dev.remit.tickets.timeline;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.TimeOrderedRows;
import dev.remit.tickets.clocks.ClockAccounts;
import dev.remit.tickets.clocks.ClockNotice;
import dev.remit.tickets.clocks.ClockNotices;
import dev.remit.tickets.clocks.ReadingTime;
import dev.remit.tickets.clocks.SharedContests;
import dev.remit.tickets.clocks.SharedExcuses;
import dev.remit.tickets.history.ChangesOfClient;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.StoredTicketEvents;
import dev.remit.tickets.history.TicketEvent;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.VisibleTickets;
import dev.remit.tickets.rulings.RulingViews;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import dev.remit.tickets.worklog.TimeEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a page of a timeline together from those who know parts of it, each asked for no more than the page may need. Of a
 * ticket that is not settled what its source told is derived anew.
 */
@ApplicationScoped
class Timelines {
    private static final Instant THE_START = Instant.parse("1000-01-01T00:00:00Z");

    /** What stays inside the MSP. */
    private static final Set<TicketEvent.Kind> INSIDE =
            EnumSet.of(TicketEvent.Kind.INTERNAL_NOTE, TicketEvent.Kind.LABELS_CHANGED);

    /** What has words of the source that are not shown of a confidential ticket. */
    private static final Set<TicketEvent.Kind> CONFIDENTIAL = EnumSet.of(
            TicketEvent.Kind.TITLE_CHANGED, TicketEvent.Kind.REQUESTER_CHANGED, TicketEvent.Kind.LABELS_CHANGED);

    /** What says something of the client whose ticket it was. */
    private static final Set<TicketEvent.Kind> OF_THE_CLIENT = EnumSet.of(
            TicketEvent.Kind.CLIENT_CHANGED,
            TicketEvent.Kind.SITE_CHANGED,
            TicketEvent.Kind.TITLE_CHANGED,
            TicketEvent.Kind.CATEGORY_CHANGED,
            TicketEvent.Kind.REQUESTER_CHANGED,
            TicketEvent.Kind.ASSIGNEE_CHANGED,
            TicketEvent.Kind.QUEUE_CHANGED,
            TicketEvent.Kind.CHANNEL_CHANGED,
            TicketEvent.Kind.PRIORITY_CHANGED,
            TicketEvent.Kind.CLASS_CHANGED,
            TicketEvent.Kind.SCHEDULE_CHANGED,
            TicketEvent.Kind.STATUS_CHANGED,
            TicketEvent.Kind.QUOTE_SENT,
            TicketEvent.Kind.QUOTE_DECIDED);

    private final VisibleTickets visible;
    private final Histories histories;
    private final StoredTicketEvents stored;
    private final RulingViews rulings;
    private final WorkItems workItems;
    private final ChangesOfClient changes;
    private final ClockNotices notices;
    private final ClockAccounts accounts;
    private final SharedExcuses excuses;
    private final SharedContests contests;
    private final TimeEntries entries;
    private final TenantClock clock;
    private final Caller caller;

    Timelines(
            VisibleTickets visible,
            Histories histories,
            StoredTicketEvents stored,
            RulingViews rulings,
            WorkItems workItems,
            ChangesOfClient changes,
            ClockNotices notices,
            ClockAccounts accounts,
            SharedExcuses excuses,
            SharedContests contests,
            TimeEntries entries,
            TenantClock clock,
            Caller caller) {
        this.visible = visible;
        this.histories = histories;
        this.stored = stored;
        this.rulings = rulings;
        this.workItems = workItems;
        this.changes = changes;
        this.notices = notices;
        this.accounts = accounts;
        this.excuses = excuses;
        this.contests = contests;
        this.entries = entries;
        this.clock = clock;
        this.caller = caller;
    }

    /** One who knows a part of a timeline. */
    private interface Part {
        /** From a moment on, so many at most. */
        TimeOrderedRows<TimelineItem> from(Instant from, int limit);
    }

    /** What the present caller may see of a ticket, from where an earlier page ended. */
    Page<TimelineItem> page(Ticket ticket, Paging paging, ReadingTime time) {
        Optional<TimelineItem> place = paging.after(4).map(TimelineItem::placeOf);
        Instant now = clock.now();
        Instant moment = time.moment(now);
        Optional<TicketHistory> history =
                time.leavesOutNews() ? histories.asKnown(ticket, time.known()) : histories.of(ticket, now);
        List<Part> parts = parts(ticket, history, !time.leavesOutNews() && stored.isCurrent(ticket), moment);
        List<TimelineItem> page = new ArrayList<>();
        Instant from = place.map(TimelineItem::at).orElse(THE_START);
        int limit = paging.limit() + 1;
        while (from != null && page.size() <= paging.limit()) {
            Instant start = from;
            int most = limit;
            List<TimeOrderedRows<TimelineItem>> stretches =
                    parts.stream().map(part -> part.from(start, most)).toList();
            from = stretches.stream()
                    .map(TimeOrderedRows::completeBefore)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            Instant complete = from;
            stretches.stream()
                    .flatMap(stretch -> stretch.rows().stream())
                    .filter(item -> !item.at().isBefore(start))
                    .filter(item -> complete == null || item.at().isBefore(complete))
                    .filter(item -> place.isEmpty() || TimelineItem.ORDER.compare(item, place.get()) > 0)
                    .filter(item -> time.reaches(item.at()) && !item.knownAt().isAfter(time.known()))
                    .sorted(TimelineItem.ORDER)
                    .forEach(page::add);
            // More of one instant than were asked for.
            limit = start.equals(complete) ? limit * 2 : paging.limit() + 1;
        }
        ClockEffects effects =
                new ClockEffects(history.map(past -> accounts.ofEvents(ticket, past, moment, time.known()))
                        .orElse(List.of()));
        return Page.of(
                page.stream().limit(paging.limit() + 1L).toList(),
                paging.limit(),
                effects::beside,
                TimelineItem::cursor);
    }

    /** @param current whether what is stored of the ticket is what is to be told */
    private List<Part> parts(Ticket ticket, Optional<TicketHistory> history, boolean current, Instant moment) {
        List<WorkItem> items = workItems.of(ticket.id());
        List<Part> parts = new ArrayList<>(ticketEvents(ticket, history, current, moment));
        parts.add((from, limit) -> rulings.from(ticket, items, from, limit).map(ruling -> true, TimelineItem::of));
        parts.add((from, limit) -> notices.from(ticket.id(), from, limit)
                .map(notice -> visible.maySee(ticket, notice.clientId()) && mayShow(notice), TimelineItem::of));
        List<TimelineItem> excused = excuses.all(ticket).stream()
                .flatMap(excuse -> TimelineItem.of(excuse, excuses.maySeeWords(ticket)))
                .toList();
        parts.add((from, limit) -> TimeOrderedRows.whole(excused));
        List<TimelineItem> contested = contests.all(ticket).stream()
                .flatMap(contest -> TimelineItem.of(contest, excuses.maySeeWords(ticket)))
                .toList();
        parts.add((from, limit) -> TimeOrderedRows.whole(contested));
        ZoneId zone = ticket.pin().map(PinnedTerms::zone).orElse(ZoneOffset.UTC);
        parts.add((from, limit) -> (current
                        ? entries.from(ticket.id(), from, limit)
                        : TimeOrderedRows.whole(entries.ofTicket(ticket.id())))
                .map(entry -> true, entry -> TimelineItem.of(entry, zone)));
        return parts;
    }

    private List<Part> ticketEvents(Ticket ticket, Optional<TicketHistory> history, boolean current, Instant now) {
        Optional<TicketEvent> cameOver = caller.client().isEmpty() ? Optional.empty() : changes.last(ticket);
        if (!current) {
            List<TicketEvent> all = history.map(TicketHistory::ticketEvents).orElse(List.of());
            return List.of((from, limit) -> shown(TimeOrderedRows.whole(all), ticket, now, cameOver));
        }
        List<TicketEvent> besides = histories.besides(ticket, now);
        return List.of(
                (from, limit) -> shown(stored.from(ticket.id(), from, limit), ticket, now, cameOver),
                (from, limit) -> shown(TimeOrderedRows.whole(besides), ticket, now, cameOver));
    }

    private TimeOrderedRows<TimelineItem> shown(
            TimeOrderedRows<TicketEvent> ticketEvents, Ticket ticket, Instant now, Optional<TicketEvent> cameOver) {
        return ticketEvents.map(
                ticketEvent -> !ticketEvent.at().isAfter(now) && mayShow(ticket, ticketEvent, cameOver),
                TimelineItem::of);
    }

    /** Whom the MSP has told is its own affair. */
    private boolean mayShow(ClockNotice notice) {
        return notice.kind() != ClockNotice.Kind.ESCALATED || caller.client().isEmpty();
    }

    private boolean mayShow(Ticket ticket, TicketEvent ticketEvent, Optional<TicketEvent> cameOver) {
        boolean desk = caller.has(OWNER) || caller.has(SERVICE_DESK);
        if (!desk && ticket.isConfidential() && CONFIDENTIAL.contains(ticketEvent.kind())) {
            return false;
        }
        if (caller.client().isEmpty()) {
            return true;
        }
        return !INSIDE.contains(ticketEvent.kind())
                && cameOver.filter(change -> isBefore(ticketEvent, change)).isEmpty();
    }

    /** Whether it was said before the source named the present client, or was known before that was. */
    private static boolean isBefore(TicketEvent ticketEvent, TicketEvent cameOver) {
        return OF_THE_CLIENT.contains(ticketEvent.kind())
                && (!ticketEvent.at().isAfter(cameOver.at())
                        || ticketEvent.knownAt().isBefore(cameOver.knownAt()));
    }
}
