package dev.remit.notifications.feeds;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import dev.remit.notifications.feeds.TicketEvents.Changed;
import dev.remit.notifications.feeds.TicketEvents.ClockEvent;
import dev.remit.notifications.feeds.TicketEvents.Received;
import dev.remit.notifications.feeds.TicketEvents.ReviewEvent;
import dev.remit.notifications.feeds.TicketEvents.Ruled;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.tickets.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells of tickets, rulings and clocks. */
@ApplicationScoped
class TicketsFeed implements FeedHandler<Void> {
    private static final String TICKET_RECEIVED = "TicketReceived";
    private static final String TICKET_CHANGED = "TicketChanged";
    private static final String WORK_ITEM_RULED = "WorkItemRuled";
    private static final String REVIEW_RAISED = "ReviewRaised";
    private static final String REVIEW_ENDED = "ReviewEnded";
    private static final Set<String> OTHERS =
            Set.of(TICKET_RECEIVED, TICKET_CHANGED, WORK_ITEM_RULED, REVIEW_RAISED, REVIEW_ENDED);
    private static final Map<String, NotificationType> CLOCKS = Map.of(
            "ClockWarned", NotificationType.CLOCK_WARNING,
            "ClockEscalated", NotificationType.CLOCK_ESCALATED,
            "ClockBreached", NotificationType.CLOCK_BREACHED,
            "ClockMet", NotificationType.CLOCK_MET,
            "ClockCorrected", NotificationType.CLOCK_CORRECTED);

    private final TicketsClient neighbour;
    private final FeedPayloads payloads;
    private final Tickets tickets;
    private final Announcer announcer;

    TicketsFeed(@RestClient TicketsClient neighbour, FeedPayloads payloads, Tickets tickets, Announcer announcer) {
        this.neighbour = neighbour;
        this.payloads = payloads;
        this.tickets = tickets;
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notifications.tickets";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return neighbour.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return OTHERS.contains(type) || CLOCKS.containsKey(type);
    }

    @Override
    public void apply(FeedEvent event, Void prepared) {
        switch (event.type()) {
            case TICKET_RECEIVED -> received(event, payloads.read(event, Received.class));
            case TICKET_CHANGED -> changed(payloads.read(event, Changed.class));
            case WORK_ITEM_RULED -> ruled(event, payloads.read(event, Ruled.class));
            case REVIEW_RAISED -> raised(event, payloads.read(event, ReviewEvent.class));
            case REVIEW_ENDED -> tell(NotificationType.REVIEW_ENDED, event, payloads.read(event, ReviewEvent.class));
            default -> tellOfClock(event, payloads.read(event, ClockEvent.class));
        }
    }

    private void received(FeedEvent event, Received ticket) {
        tickets.learn(ticket.ticketId(), ticket.connection(), ticket.externalId())
                .has(ticket.priority());
        announcer.tell(NotificationType.TICKET_RECEIVED, event, null, ticket.ticketId(), null);
    }

    private void changed(Changed ticket) {
        tickets.require(ticket.ticketId()).has(ticket.priority());
    }

    private void ruled(FeedEvent event, Ruled ruled) {
        tickets.learnTitle(ruled.ticketId(), ruled.workItemId(), ruled.title());
        NotificationType type = announcer.wasTold(event, NotificationType.RULING_MADE)
                ? NotificationType.RULING_CHANGED
                : NotificationType.RULING_MADE;
        if (ruled.clientId() != null && tickets.require(ruled.ticketId()).learnClient(ruled.clientId())) {
            announcer.tellItsClients(NotificationType.TICKET_RECEIVED, ruled.ticketId(), ruled.clientId());
        }
        announcer.tell(type, event, ruled.clientId(), ruled.ticketId(), ruled.word());
    }

    private void raised(FeedEvent event, ReviewEvent review) {
        tell(NotificationType.REVIEW_RAISED, event, review);
        if (review.otherwise() != null) {
            FeedEvent ofWorkItem = event.about(review.otherwise().workItemId());
            tell(NotificationType.RULING_FACTS_CHANGED, ofWorkItem, review);
        }
    }

    private void tell(NotificationType type, FeedEvent event, ReviewEvent review) {
        announcer.tell(type, event, review.clientId(), review.ticketId(), review.word());
    }

    private void tellOfClock(FeedEvent event, ClockEvent told) {
        announcer.tell(CLOCKS.get(event.type()), event, told.clientId(), told.ticketId(), told.word(), told.hints());
    }
}
