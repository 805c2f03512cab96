package dev.remit.notifications.feeds;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.problem.Problem;
import dev.remit.notifications.clients.Clients;
import dev.remit.notifications.delivery.Deliveries;
import dev.remit.notifications.feeds.BillingEvents.QuoteReaddressed;
import dev.remit.notifications.mail.MailHints;
import dev.remit.notifications.mail.Mails;
import dev.remit.notifications.notifications.NewNotification;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.notifications.WebhookData.ClientKey;
import dev.remit.notifications.notifications.WebhookData.TicketKey;
import dev.remit.notifications.subscriptions.Subscriptions;
import dev.remit.notifications.tickets.Ticket;
import dev.remit.notifications.tickets.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Turns an event into a notification, with the names that its receivers know, a delivery to each subscription that wants it, and mail. */
@ApplicationScoped
class Announcer {
    private final Notifications notifications;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Clients clients;
    private final Tickets tickets;
    private final Mails mails;

    Announcer(
            Notifications notifications,
            Subscriptions subscriptions,
            Deliveries deliveries,
            Clients clients,
            Tickets tickets,
            Mails mails) {
        this.notifications = notifications;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.clients = clients;
        this.tickets = tickets;
        this.mails = mails;
    }

    /**
     * Tells what an event says of its subject.
     *
     * @param clientId null where it is no client's
     * @param ticketId null where there is no ticket
     * @param word how the subject stands; null where there is nothing more to say
     * @throws Problem unavailable, while contracts-service has not told of the client: the event comes again
     * @throws IllegalStateException while tickets-service has not told of the ticket: the event comes again, behind others
     */
    void tell(NotificationType type, FeedEvent event, UUID clientId, UUID ticketId, Object word) {
        tell(type, event, clientId, ticketId, word, MailHints.NONE);
    }

    /** As above, with what mail has to know beside it. */
    void tell(NotificationType type, FeedEvent event, UUID clientId, UUID ticketId, Object word, MailHints hints) {
        ClientKey client = client(clientId);
        Notification told = notifications.tell(
                new NewNotification(type, event.subject(), event.occurredAt(), client, ticket(ticketId), word));
        subscriptions
                .wanting(type, client == null ? null : client.code())
                .forEach(subscription ->
                        deliveries.enqueue(subscription.id(), told.id(), told.subjectId(), told.sequence()));
        mails.tell(type, told, hints.orPriority(priority(ticketId)));
    }

    /** Of what was told before anybody knew whose it is, those hear too that want to be told of this client alone. */
    void tellItsClients(NotificationType type, UUID subject, UUID clientId) {
        String code = client(clientId).code();
        notifications.last(subject, type).ifPresent(told -> subscriptions.wanting(type, code).stream()
                .filter(subscription -> !deliveries.isEnqueued(subscription.id(), told.id()))
                .forEach(subscription ->
                        deliveries.enqueue(subscription.id(), told.id(), told.subjectId(), told.sequence())));
    }

    /** Whoever a quote goes to by now is written to, as it was sent. */
    void readdressed(QuoteReaddressed quote) {
        notifications
                .last(quote.quoteId(), NotificationType.QUOTE_SENT)
                .ifPresent(sent -> mails.readdressed(
                        sent,
                        MailHints.ofQuote(
                                        quote.to().login(),
                                        sent.message().data().quote().expiresAt())
                                .orPriority(
                                        priority(sent.message().data().ticket().id()))));
    }

    boolean wasTold(FeedEvent event, NotificationType type) {
        return notifications.wasTold(event.subject(), type);
    }

    private ClientKey client(UUID id) {
        return id == null
                ? null
                : new ClientKey(
                        id,
                        clients.code(id)
                                .orElseThrow(() -> Problem.unavailable("Nothing was told yet of client " + id)));
    }

    private String priority(UUID ticket) {
        return ticket == null ? null : tickets.require(ticket).priority().orElse(null);
    }

    private TicketKey ticket(UUID id) {
        if (id == null) {
            return null;
        }
        Ticket ticket = tickets.require(id);
        return new TicketKey(id, ticket.connection(), ticket.externalId());
    }
}
