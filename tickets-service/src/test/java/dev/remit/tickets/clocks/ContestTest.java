package dev.remit.tickets.clocks;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Waits that the client contests, for ten days after they were heard of, on 24 June. The ticket came in on Thursday, 11 June at 14:00 in New York;
 * its 40 hours would be up on 18 June at 9:00. It waited for the client from Friday to Wednesday, 27 hours of cover, and was
 * resolved on Monday, 22 June.
 */
@QuarkusTest
class ContestTest extends TicketsTest {
    private static final String JUNE = "/compliance?period=2026-06";
    private static final String DUE = "2026-06-18T13:00:00Z";

    private Msp msp;

    @BeforeEach
    void signedWithContests() {
        msp = Msp.sandbox("2026-06-24T12:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace(
                "\"serviceLevels\":",
                "\"contestWithinDays\":10,\"compliance\":[{\"clause\":\"3.1\",\"clock\":\"RESOLUTION\",\"percent\":\"95\","
                        + "\"period\":\"MONTH\"}],\"serviceLevels\":"));
    }

    private String waited(Snapshot created) {
        String id = msp.send("70123", created);
        Snapshot asked = created.at("2026-06-12T14:00:00Z").question("m1", "2026-06-12T14:00:00Z");
        msp.send("70123", asked.status("Waiting Client"));
        Snapshot answered = asked.at("2026-06-17T14:00:00Z").message("m2", "2026-06-17T14:00:00Z", "CLIENT");
        msp.send("70123", answered.status("In Progress"));
        msp.send("70123", answered.at("2026-06-22T14:00:00Z").status("Completed"));
        msp.awaitRuled(id);
        msp.awaitUntil("/tickets/" + id + "/clocks", read -> "MET".equals(resolution(read, "state")));
        return id;
    }

    private String key(String id) {
        return msp.get("/tickets/" + id + "/clocks").getString("waits[0].key");
    }

    private ValidatableResponse contest(String id, String wait) {
        return msp.partner()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("waitKey", wait, "reason", "We had answered by telephone"))
                .post(Msp.API + "/tickets/" + id + "/contests")
                .then();
    }

    private String contested(String id) {
        return contest(id, key(id)).statusCode(201).extract().path("id");
    }

    private ValidatableResponse settle(String id, String contest, String outcome) {
        return msp.posting("service-desk")
                .body(Map.of("outcome", outcome, "because", "The telephone bill shows the call"))
                .post(Msp.API + "/tickets/" + id + "/contests/" + contest + "/settle")
                .then();
    }

    private static String resolution(JsonPath clocks, String member) {
        return clocks.getString("clocks.find { it.clock == 'RESOLUTION' }." + member);
    }

    private static String figure(JsonPath report, String figure) {
        return report.getString("clients[0].clocks.find { it.clock == 'RESOLUTION' }.figures." + figure);
    }

    @Test
    void whileAWaitIsContestedThereAreTwoReadingsAndComplianceIsARange() {
        String id = waited(Snapshot.officeMove());
        String report = msp.get(JUNE).getString("clients");
        contest(id, key(id))
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("waitReason", equalTo("CLIENT"))
                .body("from", equalTo("2026-06-12T14:00:00Z"))
                .body("by.role", equalTo("client-approver"));
        msp.awaitEvents("WaitContested", 1);

        JsonPath clocks = msp.get("/tickets/" + id + "/clocks");
        assertEquals("MET", resolution(clocks, "state"));
        assertEquals("MET", resolution(clocks, "cycles[0].state"));
        assertEquals("BREACHED", resolution(clocks, "cycles[0].ifUpheld.state"));
        assertEquals(DUE, resolution(clocks, "cycles[0].ifUpheld.breachedAt"));
        assertEquals(
                27 * 3600,
                Integer.parseInt(resolution(clocks, "cycles[0].ifUpheld.consumedSeconds"))
                        - Integer.parseInt(resolution(clocks, "cycles[0].consumedSeconds")));
        assertNull(clocks.get("clocks.find { it.clock == 'RESPONSE' }.cycles[0].ifUpheld"));
        assertEquals(27 * 3600, clocks.getInt("secondsByOwner.client"));
        assertEquals(0, clocks.getInt("secondsIfUpheld.client"));
        assertEquals("We had answered by telephone", clocks.getString("contests[0].reason"));

        JsonPath read = msp.awaitUntil(JUNE, now -> figure(now, "contested") != null);
        assertEquals("100.00", figure(read, "percent"));
        assertEquals("0.00", figure(read, "contested.percentFrom"));
        assertEquals("100.00", figure(read, "contested.percentTo"));
        assertNull(read.get("clients[0].clocks.find { it.clock == 'RESPONSE' }.figures.contested"));
        assertEquals(
                "BREACHED",
                msp.get("/compliance/cycles?period=2026-06&clock=RESOLUTION").getString("items[0].resultIfUpheld"));
        assertTrue(msp.as("finance")
                .get(Msp.API + "/compliance.csv?period=2026-06&clock=RESOLUTION")
                .asString()
                .endsWith(",0.00,100.00\r\n"));
        msp.clock("2026-07-02T12:00:00Z");
        JsonPath promise = msp.get("/compliance/promises?period=2026-06");
        assertEquals("KEPT", promise.getString("promises[0].asItIs"));
        assertEquals("MISSED", promise.getString("promises[0].contested.lowest.asItIs"));
        assertEquals("KEPT", promise.getString("promises[0].contested.highest.withExcuses"));

        String contest = clocks.getString("contests[0].id");
        settle(id, contest, "REJECTED").statusCode(200).body("state", equalTo("REJECTED"));
        msp.awaitUntil(JUNE, now -> figure(now, "contested") == null);
        assertEquals(report, msp.get(JUNE).getString("clients"), "a rejected contest leaves no trace in the figures");
        JsonPath after = msp.get("/tickets/" + id + "/clocks");
        assertNull(resolution(after, "cycles[0].ifUpheld"));
        assertEquals("MET", resolution(after, "state"));
        settle(id, contest, "UPHELD").statusCode(409);
        contest(id, key(id)).statusCode(409);
    }

    @Test
    void oneThatIsUpheldIsABreachAtItsDueMomentByACorrection() {
        String id = waited(Snapshot.officeMove());
        String contest = contested(id);
        msp.clock("2026-06-25T12:00:00Z");
        settle(id, contest, "UPHELD").statusCode(200).body("endedBy.role", equalTo("service-desk"));
        msp.awaitEvents("ContestSettled", 1);
        msp.awaitEvents("ClockCorrected", 1);

        JsonPath clocks = msp.get("/tickets/" + id + "/clocks");
        assertEquals("BREACHED", resolution(clocks, "state"));
        assertEquals(DUE, resolution(clocks, "breachedAt"));
        assertEquals("DISALLOWED", clocks.getString("waits[0].counted"));
        assertNull(clocks.get("secondsIfUpheld"));
        assertTrue(clocks.getList("explanation.text").toString().contains("The client contested that, and was right"));
        assertEquals(
                "MET",
                resolution(msp.get("/tickets/" + id + "/clocks?knownAt=2026-06-24T18:00:00Z"), "state"),
                "nobody knew then");
        assertEquals(
                "BREACHED",
                resolution(
                        msp.get("/tickets/" + id + "/clocks?knownAt=2026-06-24T18:00:00Z"),
                        "cycles[0].ifUpheld.state"));
        assertEquals("BREACHED", resolution(msp.clocks(id, "2026-06-20T12:00:00Z"), "state"));
        JsonPath report = msp.awaitUntil(JUNE, now -> "1".equals(figure(now, "breached")));
        assertNull(figure(report, "contested"));
        List<String> told = msp.get("/tickets/" + id + "/timeline?limit=200").getList("items.kind");
        assertTrue(
                told.containsAll(List.of("WAIT_CONTESTED", "CONTEST_UPHELD", "CLOCK_BREACHED", "CLOCK_CORRECTED")),
                told.toString());
        EvidencePack.of(msp.as("auditor"), id)
                .replayed()
                .forEach(finding -> assertEquals(finding.stated(), finding.computed(), finding.subject()));
        assertEquals(2, msp.get("/audit?objectType=contest").getList("items").size());
    }

    @Test
    void oneThatIsWithdrawnCountsAsBeforeAndMayBeContestedAgainInTime() {
        String id = waited(Snapshot.officeMove());
        String contest = contested(id);
        msp.partner()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("because", "It was another call"))
                .post(Msp.API + "/tickets/" + id + "/contests/" + contest + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        msp.awaitUntil(JUNE, now -> figure(now, "contested") == null);
        assertEquals("MET", resolution(msp.get("/tickets/" + id + "/clocks"), "state"));
        msp.clock("2026-07-05T03:59:00Z");
        contested(id);
    }

    @Test
    void onlyWhatIsAgreedIsContested() {
        String id = waited(Snapshot.officeMove());
        contest(id, "no such wait").statusCode(409);
        Map<String, ?> body = Map.of("waitKey", key(id), "reason", "x");
        msp.posting("service-desk")
                .body(body)
                .post(Msp.API + "/tickets/" + id + "/contests")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("onBehalfOf")));
        msp.clock("2026-07-05T04:00:00Z");
        contest(id, key(id)).statusCode(422).body("errors.code", equalTo(List.of("too-late")));

        Msp without = Msp.withLawFirm("2026-06-24T12:00:00Z");
        String other = without.send("1", Snapshot.officeMove());
        without.send(
                "1",
                Snapshot.officeMove()
                        .at("2026-06-12T14:00:00Z")
                        .question("m1", "2026-06-12T14:00:00Z")
                        .status("Waiting Client"));
        without.awaitRuled(other);
        without.posting("owner")
                .body(Map.of("waitKey", "x", "reason", "x", "onBehalfOf", "A. Whitfield"))
                .post(Msp.API + "/tickets/" + other + "/contests")
                .then()
                .statusCode(422);
    }

    @Test
    void staffContestForAPersonOfTheClientAndTheDeskListsWhatIsOpen() {
        String id = waited(Snapshot.officeMove().with("confidential", true));
        msp.posting("service-desk")
                .body(Map.of("waitKey", key(id), "reason", "They rang us", "onBehalfOf", "Alice Whitfield"))
                .post(Msp.API + "/tickets/" + id + "/contests")
                .then()
                .statusCode(201)
                .body("onBehalfOf", equalTo("Alice Whitfield"));
        assertEquals(
                List.of(id),
                msp.get("/contests?state=OPEN&clientCode=" + Msp.CLIENT).getList("items.ticketId"));
        assertEquals(List.of(), msp.get("/contests?state=UPHELD").getList("items"));
        assertEquals(List.of(), msp.get("/contests?clientCode=nobody").getList("items"));
        for (String path : List.of("/contests", "/tickets/" + id + "/clocks", "/tickets/" + id + "/timeline")) {
            assertFalse(msp.partner().get(Msp.API + path).asString().contains("They rang us"), path);
        }
        msp.tellClient(UUID.randomUUID(), "another", "999", "99");
        assertEquals(
                List.of(), msp.partnerOf("another").get(Msp.API + "/contests").path("items"));
    }
}
