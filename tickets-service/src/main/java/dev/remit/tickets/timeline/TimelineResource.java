package dev.remit.tickets.timeline;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.CLIENT_APPROVER;
import static dev.remit.tickets.Roles.FINANCE;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;
import static dev.remit.tickets.Roles.SERVICE_DESK;
import static dev.remit.tickets.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.ApiText;
import dev.remit.tickets.clocks.ClockNotices;
import dev.remit.tickets.history.Happening;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Pin;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.VisibleTickets;
import dev.remit.tickets.rulings.RulingViews;
import dev.remit.tickets.workitems.WorkItems;
import dev.remit.tickets.worklog.TimeEntries;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that happened on a ticket. */
@Path(ApiText.TICKETS + "/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
class TimelineResource {
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
    private final RulingViews rulings;
    private final WorkItems workItems;
    private final ClockNotices notices;
    private final TimeEntries entries;
    private final TenantClock clock;
    private final Caller caller;

    TimelineResource(
            VisibleTickets visible,
            Histories histories,
            RulingViews rulings,
            WorkItems workItems,
            ClockNotices notices,
            TimeEntries entries,
            TenantClock clock,
            Caller caller) {
        this.visible = visible;
        this.histories = histories;
        this.rulings = rulings;
        this.workItems = workItems;
        this.notices = notices;
        this.entries = entries;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(
            operationId = "getTimeline",
            summary = "Read everything that happened on a ticket",
            description = "In the order in which it happened, whenever we learnt of it.")
    public Page<TimelineItem> read(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        Ticket ticket = visible.require(id);
        Instant now = clock.now();
        List<TimelineItem> items = new ArrayList<>();
        List<Happening> happenings =
                histories.of(ticket, now).map(TicketHistory::happenings).orElse(List.of());
        Optional<Happening> cameOver = happenings.stream()
                .filter(happening -> happening.kind() == Happening.Kind.CLIENT_CHANGED)
                .max(Happening.ORDER);
        happenings.stream()
                .filter(happening -> !happening.at().isAfter(now) && mayShow(ticket, happening, cameOver))
                .map(TimelineItem::of)
                .forEach(items::add);
        rulings.ofTicket(ticket, workItems.of(id)).stream()
                .map(TimelineItem::of)
                .forEach(items::add);
        notices.ofTicket(id).stream()
                .filter(notice -> visible.maySee(ticket, notice.clientId()))
                .map(TimelineItem::of)
                .forEach(items::add);
        ZoneId zone = ticket.pin().map(Pin::zone).orElse(ZoneOffset.UTC);
        entries.ofTicket(id).stream().map(entry -> TimelineItem.of(entry, zone)).forEach(items::add);
        Stream<TimelineItem> asked = paging.after(4)
                .map(TimelineItem::placeOf)
                .map(place -> items.stream().filter(item -> TimelineItem.ORDER.compare(item, place) > 0))
                .orElseGet(items::stream);
        return Page.of(
                asked.sorted(TimelineItem.ORDER).limit(paging.limit() + 1L).toList(),
                paging.limit(),
                item -> item,
                TimelineItem::cursor);
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
