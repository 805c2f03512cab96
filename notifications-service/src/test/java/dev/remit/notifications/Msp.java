package dev.remit.notifications;

import static dev.remit.notifications.NotificationsTest.API;
import static dev.remit.notifications.NotificationsTest.as;
import static dev.remit.notifications.NotificationsTest.once;

import dev.remit.kit.feed.FeedConsumers;
import dev.remit.kit.testing.TestTenants;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An MSP with one client and one ticket, of which the other services tell this one. */
public final class Msp {
    public static final String CLIENT = "whitfield-crane";
    public static final String RECEIVER = "https://hooks.acme.example/remit";

    public final UUID tenant;
    public final UUID client = UUID.randomUUID();
    public final UUID ticket = UUID.randomUUID();
    public final UUID workItem = UUID.randomUUID();
    public final UUID quote = UUID.randomUUID();

    private final FeedConsumers consumers;

    public Msp(FeedConsumers consumers) {
        this(consumers, TestTenants.fresh());
    }

    public Msp(FeedConsumers consumers, UUID tenant) {
        this.consumers = consumers;
        this.tenant = tenant;
    }

    /** Its client is known. */
    public Msp clientKnown() {
        return clientChanged(1, List.of());
    }

    public Msp clientChanged(long revision, List<Map<String, Object>> approvers) {
        Neighbours.CONTRACTS.publish(
                "ClientChanged",
                tenant,
                client,
                Map.of(
                        "clientId",
                        client.toString(),
                        "code",
                        CLIENT,
                        "name",
                        "Whitfield & Crane LLP",
                        "approvers",
                        approvers,
                        "revision",
                        revision));
        return drained("contracts");
    }

    /** Its ticket has come in. */
    public Msp ticketReceived() {
        return told(
                "tickets",
                "TicketReceived",
                ticket,
                Map.of(
                        "ticketId",
                        ticket.toString(),
                        "connection",
                        "cw",
                        "externalId",
                        "T-1",
                        "status",
                        "OPEN",
                        "priority",
                        "P3"));
    }

    /** A response to its ticket came too late. */
    public Msp breached() {
        return told(
                "tickets",
                "ClockBreached",
                ticket,
                Map.of(
                        "ticketId",
                        ticket.toString(),
                        "clientId",
                        client.toString(),
                        "priority",
                        "P3",
                        "clock",
                        "RESPONSE",
                        "cycle",
                        "1",
                        "due",
                        "2026-06-11T19:00:00Z",
                        "noticedAt",
                        "2026-06-11T19:00:01Z",
                        "coveredAt",
                        "2026-06-12T12:30:00Z"));
    }

    /** Somebody of the MSP is known, as a role. */
    public Msp personChanged(String login, String role) {
        UUID id = UUID.randomUUID();
        return told(
                "contracts",
                "PersonChanged",
                id,
                Map.of(
                        "personId",
                        id.toString(),
                        "login",
                        login,
                        "firstName",
                        "Zoë",
                        "lastName",
                        "Møller",
                        "email",
                        login + "@" + tenant + ".example",
                        "roles",
                        List.of(role),
                        "active",
                        true,
                        "revision",
                        1));
    }

    /** Its ticket's work is ruled. */
    public Msp ruled() {
        return told(
                "tickets",
                "WorkItemRuled",
                workItem,
                Map.of(
                        "ticketId",
                        ticket.toString(),
                        "clientId",
                        client.toString(),
                        "workItemId",
                        workItem.toString(),
                        "title",
                        "Move our office",
                        "rulingId",
                        UUID.randomUUID().toString(),
                        "sequence",
                        1,
                        "approvalRequired",
                        true));
    }

    public Msp told(String service, String type, UUID subject, Map<String, ?> payload) {
        (switch (service) {
                    case "contracts" -> Neighbours.CONTRACTS;
                    case "tickets" -> Neighbours.TICKETS;
                    default -> Neighbours.BILLING;
                })
                .publish(type, tenant, subject, payload);
        return drained(service);
    }

    private Msp drained(String service) {
        consumers.drain("notifications." + service);
        return this;
    }

    /** Subscribes to types of events, of clients; both may be empty. */
    public Response subscribe(List<String> types, List<String> clients) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", RECEIVER);
        body.put("eventTypes", types);
        body.put("clients", clients);
        return once(as(tenant, "owner")).body(body).post(API + "/subscriptions");
    }
}
