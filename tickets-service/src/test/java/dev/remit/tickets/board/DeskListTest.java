package dev.remit.tickets.board;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Neighbours;
import dev.remit.tickets.testing.Rows;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service desk works from: what is due next, by how much is used, and what of it is asked for. */
@QuarkusTest
class DeskListTest extends TicketsTest {
    private static final String P1 = "Priority 1 - Emergency Response";
    private static final String P2 = "Priority 2 - Quick Response";

    @Inject
    Sql sql;

    /** Thursday 11 June 2026, 14:00 in New York; cover is open from 8:30 to 17:30. */
    private static Msp desk() {
        return Msp.withLawFirm("2026-06-11T18:00:00Z");
    }

    private static List<String> keys(Msp msp, String query) {
        return msp.get("/tickets?" + query).getList("items.externalId");
    }

    private static String ruled(Msp msp, String key, Snapshot snapshot) {
        String id = msp.send(key, snapshot);
        msp.awaitRuled(id);
        return id;
    }

    @Test
    void ticketsComeByTheirNextDueMomentAndByTheShareThatIsUsed() {
        Msp msp = desk();
        // Each is due by its response: 30 minutes on, 120 and 240 minutes of cover on.
        ruled(msp, "normal", Snapshot.officeMove());
        ruled(msp, "quick", Snapshot.officeMove().with("priority", P2));
        ruled(msp, "emergency", Snapshot.officeMove().with("priority", P1));
        ruled(msp, "done", Snapshot.officeMove().status("Completed"));
        String answered = ruled(msp, "answered", Snapshot.officeMove().message("m1", "2026-06-11T18:00:00Z", "MSP"));
        assertEquals(List.of("emergency", "quick", "normal", "answered"), keys(msp, "order=DUE"));
        assertEquals(List.of("emergency", "quick", "normal", "answered"), keys(msp, "order=PERCENT"));
        JsonPath row = msp.ticket(answered);
        assertEquals(List.of("RESOLUTION"), row.getList("standing.clocks.clock"));
        assertEquals(0, row.getInt("standing.percent"));
        assertEquals("MSP", row.getString("standing.owner"));

        msp.clock("2026-06-11T19:05:00Z");
        msp.awaitUntil(
                "/tickets?order=PERCENT",
                list -> "BREACHED".equals(list.getString("items[0].standing.clocks[0].state"))
                        && list.getInt("items[1].standing.percent") == 54);
        JsonPath later = msp.get("/tickets?order=PERCENT");
        assertEquals(List.of("emergency", "quick", "normal", "answered"), later.getList("items.externalId"));
        assertEquals("2026-06-11T18:30:00Z", later.getString("items[0].standing.nextDue"));
        assertEquals(216, later.getInt("items[0].standing.percent"));
        assertEquals("2026-06-11T20:00:00Z", later.getString("items[1].standing.nextDue"));
        assertEquals(27, later.getInt("items[2].standing.percent"));

        msp.clock("2026-06-11T22:00:00Z");
        JsonPath closed = msp.awaitUntil(
                "/tickets?order=DUE", list -> "BREACHED".equals(list.getString("items[1].standing.clocks[0].state")));
        assertEquals("MSP", closed.getString("items[0].standing.owner"), "its cover is always open");
        assertEquals("CLOSED", closed.getString("items[2].standing.owner"));
        assertEquals(87, closed.getInt("items[2].standing.percent"), "210 of 240 minutes were open");
    }

    @Test
    void aTicketOfWhichOnlyAnEventBringsADueMomentComesLast() {
        Msp msp = desk();
        ruled(msp, "runs", Snapshot.officeMove());
        Snapshot answered = Snapshot.officeMove().question("m1", "2026-06-11T18:00:00Z");
        String waits = ruled(msp, "waits", answered.status("Waiting Client"));
        msp.awaitUntil("/tickets/" + waits, ticket -> ticket.get("standing") != null);
        assertEquals(List.of("runs", "waits"), keys(msp, "order=DUE"));
        JsonPath row = msp.ticket(waits);
        assertEquals("CLIENT", row.getString("standing.owner"));
        assertEquals("CLIENT", row.getString("standing.clocks[0].pausedBy"));
    }

    @Test
    void filtersShowWhatTheyName() {
        Msp msp = desk();
        ruled(
                msp,
                "mine",
                Snapshot.officeMove()
                        .with("assignee", Map.of("id", "dana"))
                        .with("requester", Map.of("name", "Eleanor Whitfield")));
        ruled(
                msp,
                "urgent",
                Snapshot.officeMove()
                        .with("title", "Printer on fire")
                        .with("priority", P1)
                        .with("category", Map.of("board", "Alerts")));
        msp.send("unknown", Snapshot.officeMove().with("client", Map.of("code", "nobody")));
        msp.awaitUntil(
                "/tickets?state=AWAITING_RULING", list -> list.getList("items").size() == 1);
        for (String order : List.of("UPDATED", "DUE", "PERCENT")) {
            String sorted = "order=" + order + "&";
            assertEquals(List.of("mine"), keys(msp, sorted + "assignee=dana"), order);
            assertEquals(List.of("urgent"), keys(msp, sorted + "queue=Alerts"), order);
            assertEquals(List.of("urgent"), keys(msp, sorted + "priority=P1"), order);
            assertEquals(List.of("urgent"), keys(msp, sorted + "text=PRINTER"), order);
            assertEquals(List.of("mine"), keys(msp, sorted + "text=whitfield"), order);
            assertEquals(List.of("urgent"), keys(msp, sorted + "dueBefore=2026-06-11T19:00:00Z"), order);
            assertEquals(List.of("urgent"), keys(msp, sorted + "dueWithinMinutes=30"), order);
            assertEquals(List.of("mine"), keys(msp, sorted + "ticketClass=REQUEST&siteCode=broad-street&priority=P3"));
            assertEquals(
                    2, keys(msp, sorted + "clock=RESPONSE&clockState=RUNNING").size(), order);
            assertEquals(List.of(), keys(msp, sorted + "clockState=PAUSED"), order);
            assertEquals(List.of("mine"), keys(msp, sorted + "verdict=EXTRA&clientCode=" + Msp.CLIENT), order);
            assertEquals(List.of("urgent"), keys(msp, sorted + "verdict=SILENT"), order);
            assertEquals(List.of(), keys(msp, sorted + "verdict=EXCLUDED"), order);
        }
        assertEquals(List.of("unknown"), keys(msp, "awaiting=CLIENT"));
    }

    @Test
    void hoursOfCoverAreCountedAndNotThoseOfTheNight() {
        Msp msp = desk();
        ruled(msp, "normal", Snapshot.officeMove());
        msp.clock("2026-06-11T21:20:00Z");
        // 200 of 240 minutes are used; the other 40 end on Friday at 9:00, eleven hours of the night later.
        assertEquals(List.of("normal"), keys(msp, "dueWithinMinutes=40"));
        assertEquals(List.of(), keys(msp, "dueWithinMinutes=39"));
    }

    @Test
    void theTextOfAConfidentialTicketIsFoundByTheServiceDeskAlone() {
        Msp msp = desk();
        ruled(msp, "secret", Snapshot.officeMove().with("confidential", true));
        assertEquals(List.of("secret"), keys(msp, "text=12th floor"));
        JsonPath technician = JsonPath.from(
                msp.as("technician").get(Msp.API + "/tickets?text=12th").asString());
        assertEquals(List.of(), technician.getList("items"));
        assertEquals(
                List.of("secret"),
                JsonPath.from(msp.as("technician")
                                .get(Msp.API + "/tickets?text=SECRET")
                                .asString())
                        .getList("items.externalId"));
    }

    @ParameterizedTest
    @CsvSource({"DUE", "PERCENT"})
    void whoGoesThroughAllPagesIsGivenEachTicketThoughTheyChangeMeanwhile(String order) {
        Msp msp = desk();
        for (int i = 0; i < 6; i++) {
            ruled(msp, "t" + i, Snapshot.officeMove().created("2026-06-11T17:0" + i + ":00Z"));
        }
        String query = "order=" + order + "&limit=2";
        JsonPath page = msp.get("/tickets?" + query);
        List<String> seen = new ArrayList<>(page.getList("items.externalId"));
        assertEquals(List.of("t0", "t1"), seen);
        String last = msp.send(
                "t5",
                Snapshot.officeMove()
                        .with("createdAt", "2026-06-11T17:05:00Z")
                        .at("2026-06-11T17:59:00Z")
                        .with("priority", P1));
        msp.awaitUntil(
                "/tickets/" + last,
                ticket -> "2026-06-11T17:35:00Z".equals(ticket.getString("standing.nextDue"))
                        || "P1".equals(ticket.getString("priority")) && ticket.getInt("standing.percent") >= 100);
        for (String next = page.getString("next"); next != null; next = page.getString("next")) {
            page = msp.get("/tickets?" + query + "&cursor=" + next);
            seen.addAll(page.getList("items.externalId"));
            assertTrue(seen.size() < 40, seen.toString());
        }
        assertEquals(6, new HashSet<>(seen).size(), seen.toString());
    }

    @Test
    void aPageLooksAtABoundedNumberOfTicketsHoweverFewItFinds() {
        Msp msp = desk();
        ruled(msp, "first", Snapshot.officeMove());
        for (int i = 0; i < 11; i++) {
            Map<String, String> later = Rows.otherIds("" + i, "id");
            later.put("external_id", Rows.otherText("external_id", "" + i));
            later.put("due_at", "due_at + INTERVAL " + (1 << i) + " SECOND");
            Rows.copy(sql, "ticket", msp.tenant, later);
        }
        sql.update("UPDATE ticket SET priority = 'P9' WHERE tenant_id = ? ORDER BY due_at DESC LIMIT 1", msp.tenant);
        JsonPath page = msp.get("/tickets?order=DUE&priority=P9&limit=10");
        assertEquals(List.of(), page.getList("items"));
        List<String> found = new ArrayList<>();
        int pages = 1;
        while (page.getString("next") != null) {
            page = msp.get("/tickets?order=DUE&priority=P9&limit=10&cursor=" + page.getString("next"));
            found.addAll(page.getList("items.externalId"));
            pages++;
        }
        assertEquals(1, new HashSet<>(found).size());
        assertTrue(pages >= 3 && pages <= 8, "in " + pages + " pages");
    }

    @Test
    void aRowSaysWhatTheClientHasAuthorised() {
        Msp msp = desk();
        String id = ruled(msp, "70123", Snapshot.officeMove());
        assertEquals(List.of(), msp.ticket(id).getList("authorisations"));
        UUID quote = UUID.randomUUID();
        msp.quoteSent(id, quote, "2026-06-11T18:00:00Z");
        JsonPath asked =
                msp.awaitUntil("/tickets/" + id, ticket -> "ASKED".equals(ticket.getString("authorisations[0].state")));
        assertNull(asked.get("authorisations[0].cap"));
        assertEquals(
                "APPROVAL",
                msp.awaitUntil("/tickets/" + id, ticket -> "APPROVAL".equals(ticket.getString("standing.owner")))
                        .getString("standing.owner"));
        msp.quoteDecided(id, quote, "2026-06-11T18:00:00Z");
        tell(msp, "WorkAuthorised", id, quote, Map.of("cap", usd("2875.00")));
        tell(msp, "CapUsed", id, quote, Map.of("cap", usd("2875.00"), "used", usd("230.00")));
        JsonPath told = msp.awaitUntil("/tickets/" + id, ticket -> ticket.get("authorisations[0].used") != null);
        assertEquals("APPROVED", told.getString("authorisations[0].state"));
        assertEquals("2875.00", told.getString("authorisations[0].cap.amount"));
        assertEquals("230.00", told.getString("authorisations[0].used.amount"));
        assertEquals("USD", told.getString("authorisations[0].used.currency"));

        UUID further = UUID.randomUUID();
        msp.quoteSent(id, further, "2026-06-11T18:30:00Z");
        msp.quoteDecided(id, further, "2026-06-11T18:40:00Z");
        tell(msp, "WorkAuthorised", id, further, Map.of("cap", usd("3000.00")));
        JsonPath more = msp.awaitUntil(
                "/tickets/" + id, ticket -> "3000.00".equals(ticket.getString("authorisations[0].cap.amount")));
        assertEquals("230.00", more.getString("authorisations[0].used.amount"));
    }

    private static Map<String, String> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private static void tell(Msp msp, String type, String ticket, UUID quote, Map<String, ?> more) {
        Map<String, Object> facts = new HashMap<>(more);
        facts.put("quoteId", quote.toString());
        facts.put("ticketId", ticket);
        facts.put("workItemId", msp.firstWorkItem(ticket));
        facts.put("clientId", msp.clientId.toString());
        Neighbours.BILLING.publish(type, msp.tenant, facts);
    }

    @ParameterizedTest
    @CsvSource({
        "order=NEWEST,        order",
        "text=x,              text",
        "dueWithinMinutes=-1, dueWithinMinutes",
        "clockState=LATE,     clockState",
        "dueBefore=noon,      dueBefore",
        "order=DUE&cursor=abc, cursor",
    })
    void badParametersAreRefusedByName(String query, String name) {
        Msp.empty()
                .as("owner")
                .get(Msp.API + "/tickets?" + query)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(name));
    }
}
