package dev.remit.tickets.settling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A ticket that turns out not to be the client's it was ruled for: nothing runs on under the wrong one, or is shown to the next. */
@QuarkusTest
class ClientCorrectionTest extends TicketsTest {
    private static final String OTHER = "other-client";
    private static final String SECRET = "Zanzibar";

    private final UUID other = UUID.randomUUID();
    private final Snapshot wrong = Snapshot.officeMove()
            .with("client", Map.of("externalId", "999"))
            .with("title", "Project " + SECRET + ": move our office")
            .without("site");

    @Test
    void theNextClientSeesNothingThatWasWrittenUnderTheOneBefore() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        signOther(msp, terms -> terms.replace("Moving equipment", SECRET + " and moving equipment"));
        String othersDocument = msp.documentHash;
        String id = msp.send("70123", wrong);
        msp.awaitEvents("ClockBreached", 1);
        assertTrue(read(msp, OTHER, id, "/rulings").contains(SECRET));
        assertTrue(read(msp, OTHER, id, "/evidence").contains(othersDocument));

        msp.send("70123", Snapshot.officeMove().at("2026-06-12T14:50:00Z"));
        msp.awaitUntil("/tickets/" + id, ticket -> Msp.CLIENT.equals(ticket.getString("client.code")));
        msp.awaitEvents("ClockBreached", 2);

        for (String part : List.of("", "/rulings", "/timeline", "/evidence")) {
            String seen = read(msp, Msp.CLIENT, id, part);
            for (String others : List.of(SECRET, "#999", othersDocument, other.toString())) {
                assertFalse(seen.contains(others), others + " in " + part);
            }
        }
        JsonPath rulings =
                msp.partner().get(Msp.API + "/tickets/" + id + "/rulings").jsonPath();
        assertEquals(List.of("CLIENT_CORRECTED"), rulings.getList("items.cause"));
        JsonPath chain =
                msp.partner().get(Msp.API + "/tickets/" + id + "/evidence").jsonPath();
        assertTrue(chain.getBoolean("intact"));
        List<String> withheld = chain.getList("links.findAll { it.payload == null }.kind");
        assertEquals("SNAPSHOT", withheld.getFirst());
        assertTrue(withheld.containsAll(List.of("RULING", "CLOCK", "TAKEN_BACK")), withheld.toString());
        List<String> shown = chain.getList("links.findAll { it.payload != null }.kind");
        assertTrue(shown.containsAll(List.of("SNAPSHOT", "RULING", "CLOCK")), shown.toString());
        List<String> kinds = msp.partner()
                .get(Msp.API + "/tickets/" + id + "/timeline")
                .jsonPath()
                .getList("items.kind");
        assertEquals(1, kinds.stream().filter("CLOCK_BREACHED"::equals).count());
        assertEquals(2, msp.get("/tickets/" + id + "/rulings").getList("items").size());
        assertTrue(msp.get("/tickets/" + id + "/evidence").getList("links.payload").stream()
                .noneMatch(payload -> payload == null));
        msp.partnerOf(OTHER).get(Msp.API + "/tickets/" + id).then().statusCode(404);
    }

    @Test
    void whileTheNextClientsAgreementIsAwaitedNoRulingHolds() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.tellClient(other, OTHER, "999", "99");
        msp.partnerOf(OTHER);

        msp.send("70123", wrong.at("2026-06-12T14:50:00Z"));

        JsonPath waiting = msp.awaitUntil("/tickets/" + id, ticket -> "AGREEMENT".equals(ticket.getString("awaiting")));
        assertEquals(OTHER, waiting.getString("client.code"));
        assertNull(waiting.get("workItems[0].ruling"));
        assertFalse(read(msp, OTHER, id, "/rulings").contains("clause"));
        Map<String, Object> told = last(msp, "WorkItemRuled", 2);
        assertEquals("SILENT", told.get("verdict"));
        assertEquals("AWAITING_AGREEMENT", told.get("reason"));
        assertEquals(other.toString(), told.get("clientId"));
        assertNull(told.get("clause"));

        signOther(msp, UnaryOperator.identity());
        assertEquals("CLIENT_CORRECTED", msp.awaitRuled(id).getString("workItems[0].ruling.cause"));
    }

    @Test
    void aTicketOfAnUnknownClientIsNobodysUntilItIsKnown() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);
        msp.putTime("e1", entry());
        msp.awaitEvents("TimeEntryRecorded", 1);

        msp.send("70123", wrong.at("2026-06-12T14:50:00Z"));

        JsonPath unknown = msp.awaitUntil("/tickets/" + id, ticket -> "CLIENT".equals(ticket.getString("awaiting")));
        assertNull(unknown.get("client"));
        assertNull(unknown.get("terms"));
        assertNull(unknown.get("workItems[0].ruling"));
        msp.partner().get(Msp.API + "/tickets/" + id).then().statusCode(404);
        assertEquals(
                List.of(), msp.partner().get(Msp.API + "/tickets").jsonPath().getList("items"));
        assertEquals(true, last(msp, "TimeEntryRecorded", 2).get("deleted"));
        assertEquals("AWAITING_CLIENT", last(msp, "WorkItemRuled", 2).get("reason"));
        assertNull(last(msp, "WorkItemRuled", 2).get("clientId"));
        assertEquals("NOTHING", last(msp, "ClockCorrected", 1).get("is"));
        assertEquals(msp.clientId.toString(), last(msp, "ClockCorrected", 1).get("clientId"));
        assertEquals(false, msp.get("/tickets/" + id + "/clocks").getBoolean("promised"));
        msp.putTime("e2", entry());
        msp.awaitUntil(
                "/tickets/" + id + "/time-entries",
                read -> read.getList("items").size() == 2);
        assertEquals(2, msp.events("TimeEntryRecorded").size(), "nothing is told under the client before");
        assertEquals(1, msp.get("/tickets/" + id + "/rulings").getList("items").size(), "the old ruling is kept");

        msp.tellClient(other, OTHER, "999", "99");
        signOther(msp, UnaryOperator.identity());

        JsonPath ruled = msp.awaitRuled(id);
        assertEquals(OTHER, ruled.getString("client.code"));
        assertEquals("CLIENT_CORRECTED", ruled.getString("workItems[0].ruling.cause"));
        assertEquals(2, ruled.getInt("workItems[0].ruling.sequence"));
        List<Map<String, Object>> times = msp.awaitEvents("TimeEntryRecorded", 4);
        for (Map<String, Object> event : times.subList(2, 4)) {
            assertEquals(other.toString(), payload(event).get("clientId"));
            assertEquals(false, payload(event).get("deleted"));
        }
        assertEquals(other.toString(), last(msp, "ClockBreached", 2).get("clientId"));
    }

    @Test
    void theClientThatIsKnownAgainTakesUpWhereItWas() {
        Msp msp = Msp.withLawFirm("2026-06-12T15:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);
        msp.send("70123", wrong.at("2026-06-12T14:50:00Z"));
        msp.awaitEvents("ClockCorrected", 1);

        msp.send("70123", Snapshot.officeMove().at("2026-06-12T14:55:00Z"));

        Map<String, Object> again = last(msp, "ClockCorrected", 2);
        assertEquals("NOTHING", again.get("was"));
        assertEquals("BREACHED 2026-06-12T13:00:00Z", again.get("is"));
        JsonPath ruled = msp.awaitRuled(id);
        assertEquals("EXTRA", ruled.getString("workItems[0].ruling.verdict"));
        assertEquals(1, msp.events("ClockBreached").size());
    }

    private void signOther(Msp msp, UnaryOperator<String> change) {
        msp.tellClient(other, OTHER, "999", "99");
        msp.activate(other, UUID.randomUUID(), change);
    }

    private static Map<String, Object> entry() {
        return Map.of(
                "sourceUpdatedAt", "2026-06-12T14:35:00Z",
                "ticket", Map.of("externalId", "70123"),
                "technician", Map.of("id", "dana", "name", "Dana Ruiz"),
                "workType", "On-site",
                "start", "2026-06-12T14:00:00Z",
                "end", "2026-06-12T14:30:00Z");
    }

    private static String read(Msp msp, String client, String id, String part) {
        return msp.partnerOf(client)
                .get(Msp.API + "/tickets/" + id + part)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Map<String, Object> last(Msp msp, String type, int count) {
        return payload(msp.awaitEvents(type, count).getLast());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
