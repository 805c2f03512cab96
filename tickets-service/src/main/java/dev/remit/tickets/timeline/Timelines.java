package dev.remit.tickets.timeline;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.Stretch;
import dev.remit.tickets.clocks.ClockNotices;
import dev.remit.tickets.history.Happening;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.StoredHappenings;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Pin;
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
    private static final Set<Happening.Kind> INSIDE = Set.of(Happening.Kind.INTERNAL_NOTE);

    /** What says something of the client whose ticket it was. */
    private static final Set<Happening.Kind> OF_THE_CLIENT = EnumSet.of(
            Happening.Kind.CLIENT_CHANGED,
            Happening.Kind.SITE_CHANGED,
            Happening.Kind.TITLE_CHANGED,
            Happening.Kind.CATEGORY_CHANGED,
            Happening.Kind.PRIORITY_CHANGED,
            Happening.Kind.CLASS_CHANGED,
            Happening.Kind.SCHEDULE_CHANGED,
            Happening.Kind.STATUS_CHANGED,
            Happening.Kind.QUOTE_SENT,
            Happening.Kind.QUOTE_DECIDED);

    private final VisibleTickets visible;
    private final Histories histories;
    private final StoredHappenings stored;
    private final RulingViews rulings;
    private final WorkItems workItems;
    private final ClockNotices notices;
    private final TimeEntries entries;
    private final TenantClock clock;
    private final Caller caller;

    Timelines(
            VisibleTickets visible,
            Histories histories,
            StoredHappenings stored,
            RulingViews rulings,
            WorkItems workItems,
            ClockNotices notices,
            TimeEntries entries,
            TenantClock clock,
            Caller caller) {
        this.visible = visible;
        this.histories = histories;
        this.stored = stored;
        this.rulings = rulings;
        this.workItems = workItems;
        this.notices = notices;
        this.entries = entries;
        this.clock = clock;
        this.caller = caller;
    }

    /** One who knows a part of a timeline. */
    private interface Part {
        /** From a moment on, so many at most. */
        Stretch<TimelineItem> from(Instant from, int limit);
    }

    /** What the present caller may see of a ticket, from where an earlier page ended. */
    Page<TimelineItem> page(Ticket ticket, Paging paging) {
        Optional<TimelineItem> place = paging.after(4).map(TimelineItem::placeOf);
        List<Part> parts = parts(ticket);
        List<TimelineItem> page = new ArrayList<>();
        Instant from = place.map(TimelineItem::at).orElse(THE_START);
        int limit = paging.limit() + 1;
        while (from != null && page.size() <= paging.limit()) {
            Instant start = from;
            int most = limit;
            List<Stretch<TimelineItem>> stretches =
                    parts.stream().map(part -> part.from(start, most)).toList();
            from = stretches.stream()
                    .map(Stretch::completeBefore)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            Instant complete = from;
            stretches.stream()
                    .flatMap(stretch -> stretch.rows().stream())
                    .filter(item -> !item.at().isBefore(start))
                    .filter(item -> complete == null || item.at().isBefore(complete))
                    .filter(item -> place.isEmpty() || TimelineItem.ORDER.compare(item, place.get()) > 0)
                    .sorted(TimelineItem.ORDER)
                    .forEach(page::add);
            // More of one instant than were asked for.
            limit = start.equals(complete) ? limit * 2 : paging.limit() + 1;
        }
        return Page.of(
                page.stream().limit(paging.limit() + 1L).toList(), paging.limit(), item -> item, TimelineItem::cursor);
    }

    private List<Part> parts(Ticket ticket) {
        boolean current = stored.isCurrent(ticket);
        List<WorkItem> items = workItems.of(ticket.id());
        List<Part> parts = new ArrayList<>(happenings(ticket, current));
        parts.add((from, limit) -> rulings.from(ticket, items, from, limit).map(ruling -> true, TimelineItem::of));
        parts.add((from, limit) -> notices.from(ticket.id(), from, limit)
                .map(notice -> visible.maySee(ticket, notice.clientId()), TimelineItem::of));
        ZoneId zone = ticket.pin().map(Pin::zone).orElse(ZoneOffset.UTC);
        parts.add((from, limit) -> (current
                        ? entries.from(ticket.id(), from, limit)
                        : Stretch.whole(entries.ofTicket(ticket.id())))
                .map(entry -> true, entry -> TimelineItem.of(entry, zone)));
        return parts;
    }

    private List<Part> happenings(Ticket ticket, boolean current) {
        Instant now = clock.now();
        if (!current) {
            List<Happening> all =
                    histories.of(ticket, now).map(TicketHistory::happenings).orElse(List.of());
            Optional<Happening> cameOver = all.stream()
                    .filter(happening -> happening.kind() == Happening.Kind.CLIENT_CHANGED)
                    .max(Happening.ORDER);
            return List.of((from, limit) -> shown(Stretch.whole(all), ticket, now, cameOver));
        }
        Optional<Happening> cameOver =
                caller.client().isEmpty() ? Optional.empty() : stored.lastChangeOfClient(ticket.id());
        List<Happening> besides = histories.besides(ticket, now);
        return List.of(
                (from, limit) -> shown(stored.from(ticket.id(), from, limit), ticket, now, cameOver),
                (from, limit) -> shown(Stretch.whole(besides), ticket, now, cameOver));
    }

    private Stretch<TimelineItem> shown(
            Stretch<Happening> happenings, Ticket ticket, Instant now, Optional<Happening> cameOver) {
        return happenings.map(
                happening -> !happening.at().isAfter(now) && mayShow(ticket, happening, cameOver), TimelineItem::of);
    }

    private boolean mayShow(Ticket ticket, Happening happening, Optional<Happening> cameOver) {
        boolean desk = caller.has(OWNER) || caller.has(SERVICE_DESK);
        if (!desk && ticket.isConfidential() && happening.kind() == Happening.Kind.TITLE_CHANGED) {
            return false;
        }
        if (caller.client().isEmpty()) {
            return true;
        }
        return !INSIDE.contains(happening.kind())
                && cameOver.filter(change -> isBefore(happening, change)).isEmpty();
    }

    /** Whether it was said before the source named the present client, or was known before that was. */
    private static boolean isBefore(Happening happening, Happening cameOver) {
        return OF_THE_CLIENT.contains(happening.kind())
                && (!happening.at().isAfter(cameOver.at())
                        || happening.knownAt().isBefore(cameOver.knownAt()));
    }
}
