package dev.remit.tickets.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source has of a ticket beside its terms: who asked, who has it, where it stands, how it came. */
@QuarkusTest
class SourceParticularsTest extends TicketsTest {
    private static final Snapshot FULL = Snapshot.officeMove()
            .with("requester", Map.of("name", "Eleanor Whitfield", "email", "eleanor@whitfield-crane.example"))
            .with("assignee", Map.of("id", "dana", "name", "Dana Ruiz"))
            .with("category", Map.of("board", "Projects", "type", "Project", "subtype", "Office move"))
            .with("channel", "Portal")
            .with("link", "https://psa.example/tickets/70123")
            .with("labels", List.of("move", "floor-12", "move"));

    @Test
    void aTicketShowsThemAndKeepsWhatALaterSnapshotLeavesOut() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", FULL);
        assertShown(msp.awaitRuled(id), "dana");

        msp.send(
                "70123",
                Snapshot.officeMove()
                        .at("2026-06-11T19:00:00Z")
                        .without("category")
                        .with("assignee", Map.of("id", "lee")));
        JsonPath kept = msp.ticket(id);
        assertShown(kept, "lee");
        assertNull(kept.getString("assignee.name"));

        msp.send(
                "70123",
                Snapshot.officeMove()
                        .at("2026-06-11T19:10:00Z")
                        .with("assignee", null)
                        .with("labels", null)
                        .with("channel", "Carrier pigeon"));
        JsonPath gone = msp.ticket(id);
        assertNull(gone.get("assignee"));
        assertEquals(List.of(), gone.getList("labels"));
        assertNull(gone.get("channel"));
    }

    @ParameterizedTest
    @CsvSource({
        "service-desk,    false, ASSIGNEE_CHANGED CHANNEL_CHANGED LABELS_CHANGED QUEUE_CHANGED REQUESTER_CHANGED",
        "client-approver, false, ASSIGNEE_CHANGED CHANNEL_CHANGED QUEUE_CHANGED REQUESTER_CHANGED",
        "technician,      false, ASSIGNEE_CHANGED CHANNEL_CHANGED LABELS_CHANGED QUEUE_CHANGED REQUESTER_CHANGED",
        "technician,      true,  ASSIGNEE_CHANGED CHANNEL_CHANGED QUEUE_CHANGED",
    })
    void theTimelineTellsWhenTheyChangeToWhoeverMaySeeThem(String role, boolean confidential, String kinds) {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        Snapshot told = FULL.with("confidential", confidential);
        String id = msp.send("70123", told);
        msp.awaitRuled(id);
        msp.send(
                "70123",
                told.at("2026-06-11T19:00:00Z")
                        .with("requester", Map.of("name", "Ada Crane"))
                        .with("assignee", Map.of("id", "lee"))
                        .with("category", Map.of("board", "Moves", "type", "Project", "subtype", "Office move"))
                        .with("channel", "Phone")
                        .with("labels", null));
        List<Map<String, String>> changes = (role.equals("client-approver") ? msp.partner() : msp.as(role))
                .get(Msp.API + "/tickets/" + id + "/timeline")
                .jsonPath()
                .getList("items.findAll { it.kind.endsWith('_CHANGED') }");
        assertEquals(
                List.of(kinds.split(" ")),
                changes.stream().map(item -> item.get("kind")).sorted().toList());
        assertEquals(
                List.of("Dana Ruiz (dana)", "lee"),
                changes.stream()
                        .filter(item -> item.get("kind").equals("ASSIGNEE_CHANGED"))
                        .flatMap(item -> Stream.of(item.get("was"), item.get("is")))
                        .toList());
        assertEquals(
                List.of("Projects", "Moves"),
                changes.stream()
                        .filter(item -> item.get("kind").equals("QUEUE_CHANGED"))
                        .flatMap(item -> Stream.of(item.get("was"), item.get("is")))
                        .toList());
    }

    private static void assertShown(JsonPath ticket, String assignee) {
        assertEquals("Eleanor Whitfield", ticket.getString("requester.name"));
        assertEquals("eleanor@whitfield-crane.example", ticket.getString("requester.email"));
        assertEquals(assignee, ticket.getString("assignee.id"));
        assertEquals("Projects", ticket.getString("queue"));
        assertEquals("PORTAL", ticket.getString("channel"));
        assertEquals("https://psa.example/tickets/70123", ticket.getString("link"));
        assertEquals(List.of("floor-12", "move"), ticket.getList("labels"));
    }

    @Test
    void labelsAndLinkAreTheMspsOwnAndInNoEvidence() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", FULL);
        msp.awaitRuled(id);
        JsonPath client =
                JsonPath.from(msp.partner().get(Msp.API + "/tickets/" + id).asString());
        assertEquals("Dana Ruiz", client.getString("assignee.name"));
        assertNull(client.get("labels"));
        assertNull(client.get("link"));
        String evidence = msp.as("owner")
                .get(Msp.API + "/tickets/" + id + "/evidence")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(evidence.contains("floor-12"));
        assertFalse(evidence.contains("https://psa.example"));
    }

    @Test
    void whoAsksAConfidentialTicketStaysAtTheServiceDesk() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        String id = msp.send("70123", FULL.with("confidential", true));
        JsonPath technician = JsonPath.from(
                msp.as("technician").get(Msp.API + "/tickets/" + id).asString());
        assertNull(technician.get("requester"));
        assertNull(technician.get("labels"));
        assertEquals("Eleanor Whitfield", msp.ticket(id).getString("requester.name"));
    }

    @ParameterizedTest
    @CsvSource({"Phone, MET, 2026-06-11T18:00:00Z", "Email, RUNNING,", "Call, MET, 2026-06-11T18:00:00Z"})
    void aTelephoneCallIsAnsweredAsItIsTypedIn(String channel, String state, String endedAt) {
        Msp msp = Msp.withLawFirm("2026-06-11T18:05:00Z");
        msp.setUp(Map.of("channels", Map.of("Call", "PHONE")));
        String id = msp.send("70123", Snapshot.officeMove().with("channel", channel));
        msp.awaitRuled(id);
        JsonPath response = msp.clocks(id, "2026-06-11T18:05:00Z");
        assertEquals(state, response.getString("clocks.find { it.clock == 'RESPONSE' }.state"));
        assertEquals(endedAt, response.getString("clocks.find { it.clock == 'RESPONSE' }.endedAt"));
    }

    @Test
    void theFirstChannelStandsForTheResponseInWhicheverOrderTheyCome() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        Snapshot email = Snapshot.officeMove().with("channel", "Email");
        Snapshot phone = Snapshot.officeMove().at("2026-06-12T19:00:00Z").with("channel", "Phone");
        String laundered = msp.send("a", phone);
        msp.send("a", email);
        String other = msp.send("b", email);
        msp.send("b", phone);
        for (String id : List.of(laundered, other)) {
            msp.awaitRuled(id);
            assertEquals("PHONE", msp.ticket(id).getString("channel"));
            msp.awaitUntil("/tickets/" + id + "/clocks", clocks -> "BREACHED"
                    .equals(clocks.getString("clocks.find { it.clock == 'RESPONSE' }.state")));
        }
    }

    @Test
    void aPersonTypesACallInWhenItIsMade() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        msp.connectDesk();
        Snapshot late = Snapshot.officeMove().at("2026-06-12T20:00:00Z").with("channel", "PHONE");
        msp.putAs("service-desk", "d1", late)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("createdAt"))
                .body("errors.code", hasItem("back-dated"));
        msp.putAs("service-desk", "d1", late.with("createdAt", "2026-06-12T19:58:00Z"))
                .then()
                .statusCode(201);
        msp.putAs("service-desk", "d2", late.with("channel", "EMAIL")).then().statusCode(201);
    }

    @Test
    void aMergedTicketHasEndedByThatWhateverItsStatusSays() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:30:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.send(
                "70123",
                Snapshot.officeMove()
                        .at("2026-06-11T19:00:00Z")
                        .status("Completed")
                        .with("mergedInto", "70001"));
        JsonPath ticket = msp.ticket(id);
        assertEquals("MERGED", ticket.getString("status"));
        assertEquals("70001", ticket.getString("mergedInto"));
        assertEquals(
                "MERGED",
                msp.awaitUntil("/tickets/" + id + "/clocks", read -> read.get("cancelledFor") != null)
                        .getString("cancelledFor"));

        msp.send(
                "70123",
                Snapshot.officeMove()
                        .at("2026-06-11T19:20:00Z")
                        .status("In Progress")
                        .with("mergedInto", null));
        assertEquals("IN_PROGRESS", msp.ticket(id).getString("status"));
        msp.awaitUntil("/tickets/" + id + "/clocks", read -> read.get("cancelledFor") == null);
    }

    @Test
    void anAssignmentIsAResponseWhereTheAgreementSaysSo() {
        Msp msp = Msp.sandbox("2026-06-11T20:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace("\"PUBLIC_MESSAGE\",\"RESPONSE_STATUS\"", "\"ASSIGNED\""));
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.send("70123", Snapshot.officeMove().at("2026-06-11T18:30:00Z").with("assignee", Map.of("id", "dana")));
        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks",
                read -> read.get("clocks.find { it.clock == 'RESPONSE' }.endedAt") != null);
        assertEquals("2026-06-11T18:30:00Z", clocks.getString("clocks.find { it.clock == 'RESPONSE' }.endedAt"));
    }

    @ParameterizedTest
    @CsvSource({"link, javascript:alert(1)", "mergedInto, ''", "channel, ''"})
    void whatIsNoneIsRefusedByName(String member, String value) {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.put("70123", Snapshot.officeMove().with(member, value))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(member));
    }

    @Test
    void theReceiptShowsTheTicketAsItThenStandsToWhoeverAsks() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        assertNull(msp.put("70123", FULL).jsonPath().get("ticket"));
        for (String title : List.of("Move", "Move us")) {
            JsonPath receipt = msp.as("psa-sync")
                    .contentType("application/json")
                    .body(FULL.at("2026-06-11T19:00:0" + title.length() + "Z")
                            .with("title", title)
                            .json())
                    .put(Msp.API + "/tickets/by-ref/cw/70123?view=true")
                    .jsonPath();
            assertEquals("UPDATED", receipt.getString("outcome"));
            assertEquals(receipt.getString("id"), receipt.getString("ticket.id"));
            assertEquals(title, receipt.getString("ticket.title"));
            assertEquals("dana", receipt.getString("ticket.assignee.id"));
        }
        JsonPath refused = msp.as("psa-sync")
                .contentType("application/json")
                .body(FULL.at("2026-06-13T19:00:00Z").json())
                .put(Msp.API + "/tickets/by-ref/cw/70999?view=true")
                .jsonPath();
        assertEquals("REVIEW", refused.getString("outcome"));
        assertNull(refused.get("ticket"));
    }

    @Test
    void theReceiptShowsTheTimeEntryToo() {
        Msp msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
        msp.awaitRuled(msp.send("70123", FULL));
        JsonPath receipt = msp.as("psa-sync")
                .contentType("application/json")
                .body(Worked.halfHour("dana", "2026-06-12T16:00:00Z"))
                .put(Msp.API + "/time-entries/by-ref/cw/e1?view=true")
                .jsonPath();
        assertEquals("CREATED", receipt.getString("outcome"));
        assertEquals("e1", receipt.getString("timeEntry.externalId"));
    }
}
