package dev.remit.tickets.rulings;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RulingTest extends TicketsTest {

    @ParameterizedTest
    @CsvSource({
        // type,         subtype,        title,                      verdict,  item,               silent
        "Project,        Office move,    Help,                       EXTRA,    office-move,        ",
        "Service desk,   Password,       Help,                       INCLUDED, password-reset,     ",
        "Project,        Cabling,        Help,                       EXCLUDED, structured-cabling, ",
        ",               ,               Please move our office up,  EXTRA,    office-move,        ",
        ",               ,               Help,                       SILENT,   ,                   NOT_CATEGORISED",
    })
    void aTicketIsRuledByWhatIsKnownOfIt(
            String type, String subtype, String title, String verdict, String item, String silent) {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        Snapshot snapshot = Snapshot.officeMove().with("title", title).without("category");
        String id = msp.send(
                "1", type == null ? snapshot : snapshot.with("category", Map.of("type", type, "subtype", subtype)));

        JsonPath ruling = msp.awaitRuled(id).setRootPath("workItems[0].ruling");

        assertEquals(verdict, ruling.getString("verdict"));
        assertEquals(item, ruling.getString("item"));
        assertEquals(silent, ruling.getString("silentReason"));
        assertEquals("PROVISIONAL", ruling.getString("status"), "nobody relies on it");
    }

    @Test
    void aProvisionalRulingFollowsTheCategory() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        Snapshot vague = Snapshot.officeMove().with("title", "Help").without("category");
        String id = msp.send("1", vague);
        assertEquals("SILENT", msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));
        msp.send(
                "1",
                vague.at("2026-06-11T18:10:00Z").with("category", Map.of("type", "Project", "subtype", "Office move")));
        JsonPath ruled = msp.awaitUntil(
                "/tickets/" + id, ticket -> "EXTRA".equals(ticket.getString("workItems[0].ruling.verdict")));
        assertEquals(2, ruled.getInt("workItems[0].ruling.sequence"));
        assertEquals("FACTS_CHANGED", ruled.getString("workItems[0].ruling.cause"));
        assertEquals("PROVISIONAL", ruled.getString("workItems[0].ruling.status"));
        List<Boolean> current = msp.get("/tickets/" + id + "/rulings").getList("items.current");
        assertEquals(List.of(false, true), current);
    }

    @Test
    void aPersonRulesAgainAndTheRulingBeforeIsKept() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        String workItem = msp.awaitRuled(id).getString("workItems[0].id");
        String path = Msp.API + "/tickets/" + id + "/work-items/" + workItem + "/rulings";
        Map<String, String> body = Map.of("item", "password-reset", "reason", "It is only about a password");
        String key = UUID.randomUUID().toString();

        String first = ruleByHand(msp, path, key, body).path("rulingId");
        String again = ruleByHand(msp, path, key, body).path("rulingId");

        assertEquals(first, again);
        JsonPath rulings = msp.get("/tickets/" + id + "/rulings");
        assertEquals(List.of("EXTRA", "INCLUDED"), rulings.getList("items.verdict"));
        assertEquals("It is only about a password", rulings.getString("items[1].because"));
        assertEquals("Test service-desk", rulings.getString("items[1].by"));
        assertEquals("service-desk", rulings.getString("items[1].person.login"));
        assertEquals("service-desk", rulings.getString("items[1].person.role"));
        assertNotNull(rulings.getString("items[1].person.subject"));
        JsonPath ruled = msp.get("/tickets/" + id + "/timeline");
        assertEquals(
                "service-desk",
                ruled.getList("items.findAll { it.kind == 'RULED' }.by.login").getLast());
        assertTrue(msp.get("/tickets/" + id + "/evidence")
                .getList("links.payload.ruling.person.login")
                .contains("service-desk"));
        assertEquals(
                rulings.getString("items[0].agreement.documentHash"),
                rulings.getString("items[1].agreement.documentHash"));
        assertEquals(2, msp.awaitEvents("WorkItemRuled", 2).size());
        msp.as("service-desk")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("item", "office-move", "reason", "other"))
                .post(path)
                .then()
                .statusCode(422);
    }

    @Test
    void aRulingByHandNamesAnItemThatWasSigned() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        String workItem = msp.awaitRuled(id).getString("workItems[0].id");
        msp.posting("service-desk")
                .body(Map.of("item", "no-such-item", "reason", "A slip of the pen"))
                .post(Msp.API + "/tickets/" + id + "/work-items/" + workItem + "/rulings")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("item"));
        assertEquals(1, msp.get("/tickets/" + id + "/rulings").getList("items").size());
    }

    private static Response ruleByHand(Msp msp, String path, String key, Map<String, String> body) {
        return msp.as("service-desk")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    @Test
    void aNewVersionDoesNotMoveATicketThatIsPinned() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        String pinned = msp.awaitRuled(id).getString("terms.documentHash");
        msp.activate(terms -> terms.replace("\"version\":1", "\"version\":2")
                .replace("\"treatment\":\"EXTRA\"", "\"treatment\":\"INCLUDED\""));
        String later = msp.send("2", Snapshot.officeMove());
        msp.awaitUntil("/tickets/" + later, ticket -> ticket.getString("workItems[0].ruling.verdict") != null);
        msp.send("1", Snapshot.officeMove().at("2026-06-11T18:30:00Z").with("title", "Move our office up"));
        assertEquals(pinned, msp.awaitRuled(id).getString("terms.documentHash"));
        assertEquals("EXTRA", msp.ticket(id).getString("workItems[0].ruling.verdict"));
    }

    @Test
    void evidenceVerifiesOfflineAndNamesWhatItRestsOn() {
        Msp msp = Msp.withLawFirm("2026-06-15T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        msp.awaitEvents("ClockBreached", 1);
        msp.awaitRuled(id);

        String body =
                msp.as("auditor").get(Msp.API + "/tickets/" + id + "/evidence").asString();
        JsonPath chain = JsonPath.from(body);

        assertTrue(chain.getBoolean("intact"));
        assertEquals(OptionalInt.empty(), EvidencePack.of(msp.as("auditor"), id).firstBroken());
        assertEquals(List.of("SNAPSHOT", "RULING", "CLOCK"), chain.getList("links.kind"));
        assertEquals(msp.documentHash, chain.getString("links[1].payload.ruling.agreement.documentHash"));
        assertEquals("1", chain.getString("links[1].payload.engine"));
        assertFalse(chain.getString("links[1].payload.ruling.inputs.tzdb").isEmpty());
        assertTrue(chain.getList("links[2].payload.notices.stands").contains("BREACHED 2026-06-12T13:00:00Z"));
        assertEquals(List.of("America/New_York"), chain.getList("links[2].payload.whole.zones.zone"));
        assertEquals(msp.documentHash, chain.getString("links[2].payload.documentHash"));
    }

    @Test
    void aConfidentialTicketsTextLeavesTheServiceDeskNowhere() {
        Msp msp = Msp.withLawFirm("2026-06-15T19:00:00Z");
        String secret = "Partner under investigation";
        String id = msp.send(
                "1",
                Snapshot.officeMove()
                        .with("title", secret)
                        .with("description", secret)
                        .with("confidential", true));
        msp.awaitRuled(id);
        assertEquals(secret, msp.ticket(id).getString("title"));
        for (String path : List.of("/tickets/" + id + "/evidence", "/tickets/" + id + "/rulings", "/feed")) {
            assertFalse(msp.as("owner").get(Msp.API + path).asString().contains(secret), path);
        }
        for (String path : List.of("/tickets/" + id, "/tickets", "/tickets/" + id + "/timeline")) {
            assertFalse(msp.partner().get(Msp.API + path).asString().contains(secret), path);
        }
        msp.partner().get(Msp.API + "/tickets/" + id).then().statusCode(200).body("confidential", equalTo(true));
    }

    @Test
    void thereIsNothingToRuleByBeforeAnAgreementIsKnown() {
        Msp msp = Msp.sandbox("2026-06-15T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        String workItem = msp.ticket(id).getString("workItems[0].id");
        msp.posting("owner")
                .body(Map.of("item", "office-move", "reason", "I say so"))
                .post(Msp.API + "/tickets/" + id + "/work-items/" + workItem + "/rulings")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://remit.dev/problems/wrong-state"));
    }
}
