package dev.remit.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.api.Descriptions;
import dev.remit.notifications.tickets.Tickets;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other services tell becomes what receivers outside are told. */
@QuarkusTest
class IntakeTest extends NotificationsTest {
    @Inject
    Tickets tickets;

    @Inject
    Tenancy tenancy;

    private Msp msp;

    @BeforeEach
    void newMsp() {
        msp = new Msp(consumers);
    }

    @Test
    void aBreachNamesClientAndTicketAsTheirOwnersKnowThem() {
        msp.clientKnown().ticketReceived().breached();
        JsonNode told = told().getLast();
        assertEquals("clock.breached", told.at("/type").asText());
        assertEquals("2026-06-01T00:00:00Z", told.at("/timestamp").asText());
        assertEquals("TICKET", told.at("/data/subject/kind").asText());
        assertEquals(msp.ticket.toString(), told.at("/data/subject/id").asText());
        assertEquals(Msp.CLIENT, told.at("/data/client/code").asText());
        assertEquals("cw", told.at("/data/ticket/connection").asText());
        assertEquals("T-1", told.at("/data/ticket/externalId").asText());
        assertEquals("RESPONSE", told.at("/data/clock/clock").asText());
        assertEquals("2026-06-11T19:00:00Z", told.at("/data/clock/due").asText());
        assertEquals("2026-06-12T12:30:00Z", told.at("/data/clock/coveredAt").asText());
        assertEquals("P3", told.at("/data/clock/priority").asText());
        assertTrue(told.at("/data/quote").isMissingNode());
    }

    @Test
    void whatOnlyATicketsPriorityChangesIsToldToNobody() {
        msp.clientKnown().ticketReceived();
        msp.told(
                "tickets",
                "TicketChanged",
                msp.ticket,
                Map.of("ticketId", msp.ticket.toString(), "status", "OPEN", "priority", "P1"));
        assertEquals(List.of("ticket.received 1"), typesAndSequences());
        assertEquals(
                Optional.of("P1"),
                tenancy.callAs(msp.tenant, () -> tickets.require(msp.ticket)).priority());
    }

    @Test
    void whatIsToldOfASubjectIsCounted() {
        msp.clientKnown().ticketReceived().breached().breached();
        assertEquals(List.of("ticket.received 1", "clock.breached 2", "clock.breached 3"), typesAndSequences());
    }

    @Test
    void aRulingIsMadeOnceAndThenChanged() {
        msp.clientKnown().ticketReceived();
        ruled(1, "EXTRA", "PROVISIONAL");
        ruled(1, "EXTRA", "FROZEN");
        ruled(2, "INCLUDED", "FROZEN");
        assertEquals(
                List.of("ticket.received 1", "ruling.made 1", "ruling.changed 2", "ruling.changed 3"),
                typesAndSequences());
        JsonNode last = told().getLast();
        assertEquals("WORK_ITEM", last.at("/data/subject/kind").asText());
        assertEquals("INCLUDED", last.at("/data/ruling/verdict").asText());
        assertEquals("4.4", last.at("/data/ruling/clause/id").asText());
        assertTrue(last.at("/data/ruling/title").isMissingNode(), "the words of a ticket stay here");
    }

    @Test
    void aQuoteGoesItsWay() {
        msp.clientKnown().ticketReceived();
        Map<String, Object> sent = quote();
        sent.put("sentAt", "2026-06-11T18:00:00Z");
        sent.put("expiresAt", "2026-06-18T18:00:00Z");
        sent.put("approver", Map.of("name", "Eleanor Whitfield", "email", "eleanor@example.com"));
        msp.told("billing", "QuoteSent", msp.quote, sent);
        Map<String, Object> decided = quote();
        decided.put("decision", "APPROVED");
        decided.put("decidedAt", "2026-06-11T19:00:00Z");
        decided.put("by", "Eleanor Whitfield");
        msp.told("billing", "QuoteDecided", msp.quote, decided);
        Map<String, Object> authorised = quote();
        authorised.put("cap", Map.of("amount", "4200.00", "currency", "USD"));
        authorised.put("authorisedAt", "2026-06-11T19:00:00Z");
        msp.told("billing", "WorkAuthorised", msp.workItem, authorised);
        assertEquals(
                List.of("ticket.received 1", "quote.sent 1", "quote.approved 2", "work.authorised 1"),
                typesAndSequences());
        assertEquals(
                "4200.00", told().getLast().at("/data/authorisation/cap/amount").asText());
        assertTrue(told().stream().noneMatch(body -> body.toString().contains("eleanor@example.com")));
    }

    @Test
    void anAgreementIsSignedAndComesToItsEnd() {
        msp.clientKnown();
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("agreementId", msp.quote.toString());
        version.put("clientId", msp.client.toString());
        version.put("version", 1);
        version.put("effectiveFrom", "2026-06-01");
        msp.told("contracts", "AgreementActivated", msp.quote, version);
        msp.told("contracts", "AgreementDateAhead", msp.quote, ahead("HOLIDAYS"));
        msp.told("contracts", "AgreementDateAhead", msp.quote, ahead("NOTICE"));
        assertEquals(List.of("agreement.signed 1", "agreement.ending 2"), typesAndSequences());
        assertEquals("2027-03-31", told().getLast().at("/data/agreement/on").asText());
    }

    @Test
    void whatIsOfAClientThatNobodyToldOfYetWaitsForIt() {
        msp.ticketReceived();
        assertThrows(Problem.class, msp::breached);
        assertEquals(List.of("ticket.received 1"), typesAndSequences());
        msp.clientKnown();
        consumers.drain("notifications.tickets");
        assertEquals(List.of("ticket.received 1", "clock.breached 2"), typesAndSequences());
    }

    @Test
    void eachSubscriptionIsDueWhatItWants() {
        msp.clientKnown();
        String everything = subscribed(List.of(), List.of());
        String breaches = subscribed(List.of("clock.breached"), List.of(Msp.CLIENT));
        String another = another().subscribe(List.of(), List.of()).path("subscription.id");
        msp.ticketReceived().breached();
        assertEquals(List.of("ticket.received", "clock.breached"), StoredNotifications.dueTo(everything));
        assertEquals(List.of("clock.breached"), StoredNotifications.dueTo(breaches));
        assertEquals(List.of(), StoredNotifications.dueTo(another));
    }

    @Test
    void whoWantsOneClientAloneHearsOfATicketOnceItIsKnownWhoseItIs() {
        msp.clientKnown();
        String everything = subscribed(List.of(), List.of());
        String theirs = subscribed(List.of(), List.of(Msp.CLIENT));
        msp.ticketReceived();
        assertEquals(List.of(), StoredNotifications.dueTo(theirs));
        msp.ruled().ruled();
        assertEquals(List.of("ticket.received", "ruling.made", "ruling.changed"), StoredNotifications.dueTo(theirs));
        assertEquals(
                List.of("ticket.received", "ruling.made", "ruling.changed"), StoredNotifications.dueTo(everything));
    }

    @Test
    void whatIsNoClientsIsNotToldToWhoWantsOneClients() {
        msp.clientKnown();
        String ofOne = subscribed(List.of(), List.of(Msp.CLIENT));
        msp.ticketReceived();
        assertEquals(List.of(), StoredNotifications.dueTo(ofOne));
    }

    private Msp another() {
        return new Msp(consumers).clientKnown();
    }

    private String subscribed(List<String> types, List<String> clients) {
        return msp.subscribe(types, clients).path("subscription.id");
    }

    private void ruled(int sequence, String verdict, String status) {
        Map<String, Object> ruled = quote();
        ruled.put("connection", "cw");
        ruled.put("externalId", "T-1");
        ruled.put("rulingId", "0198c0de-0000-7000-8000-00000000beef");
        ruled.put("sequence", sequence);
        ruled.put("title", "Move our office");
        ruled.put("verdict", verdict);
        ruled.put("status", status);
        ruled.put("clause", Map.of("id", "4.4", "title", "Moves", "text", "Moves are extra."));
        ruled.put("approvalRequired", true);
        ruled.put("ruledAt", "2026-06-11T18:00:00Z");
        msp.told("tickets", "WorkItemRuled", msp.workItem, ruled);
    }

    private Map<String, Object> quote() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("quoteId", msp.quote.toString());
        payload.put("ticketId", msp.ticket.toString());
        payload.put("workItemId", msp.workItem.toString());
        payload.put("clientId", msp.client.toString());
        return payload;
    }

    private Map<String, Object> ahead(String kind) {
        return Map.of(
                "agreementId",
                msp.quote.toString(),
                "clientId",
                msp.client.toString(),
                "version",
                1,
                "kind",
                kind,
                "date",
                "2027-03-31",
                "daysAhead",
                60);
    }

    /** Each as the API document describes webhooks of its type. */
    private List<JsonNode> told() {
        List<JsonNode> bodies = StoredNotifications.of(msp.tenant);
        bodies.forEach(body -> assertEquals(
                List.of(), Descriptions.faultsOfWebhook(body.path("type").asText(), body.toString())));
        return bodies;
    }

    private List<String> typesAndSequences() {
        return told().stream()
                .map(body -> body.at("/type").asText() + " " + body.at("/data/sequence"))
                .toList();
    }
}
