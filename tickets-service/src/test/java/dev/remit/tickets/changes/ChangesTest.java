package dev.remit.tickets.changes;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.kit.testing.TestTokens;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a version would change of tickets, and what it does change once it is activated. */
@QuarkusTest
class ChangesTest extends TicketsTest {
    private static final String PASSWORDS_INCLUDED =
            "{\"clause\":\"4.1\",\"item\":\"password-reset\",\"treatment\":\"INCLUDED\"}";
    private static final String PASSWORDS_EXTRA =
            "{\"clause\":\"4.2\",\"item\":\"password-reset\",\"treatment\":\"EXTRA\",\"workType\":\"ONSITE\"}";
    private static final Map<String, String> PASSWORD = Map.of("type", "Service desk", "subtype", "Password");
    private static final Map<String, String> STARTER = Map.of("type", "Change", "subtype", "New starter");

    private Msp msp;

    @BeforeEach
    void sandbox() {
        msp = Msp.withLawFirm("2026-06-12T20:00:00Z");
    }

    /** Of 1 June: passwords are charged, and P3 has an hour for the first answer. */
    private static String stricter(String terms) {
        return second(terms)
                .replace(PASSWORDS_INCLUDED, PASSWORDS_EXTRA)
                .replace("\"responseMinutes\":240", "\"responseMinutes\":60");
    }

    private static String second(String terms) {
        return terms.replace(
                "\"version\":1,\"effectiveFrom\":\"2026-01-01\"", "\"version\":2,\"effectiveFrom\":\"2026-06-01\"");
    }

    private static String signedForThePast(String terms) {
        return terms.replace(
                "\"catalogue\":[",
                "\"changes\":{\"sha256\":\"" + "0".repeat(64)
                        + "\",\"asOf\":\"2026-06-12T20:00:00Z\"},\"catalogue\":[");
    }

    private JsonPath ask(UnaryOperator<String> change, String mode, String from, String to, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "tenant",
                msp.tenant.toString(),
                "clientId",
                msp.clientId.toString(),
                "document",
                msp.document(change),
                "mode",
                mode,
                "from",
                from,
                "to",
                to,
                "wanted",
                "CHANGES"));
        body.putAll(more);
        return given().auth()
                .oauth2(TestTokens.service().token())
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/changes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String password(String externalId, String created, String answered) {
        String id = msp.send(
                externalId,
                Snapshot.officeMove()
                        .with("title", "Help")
                        .with("category", PASSWORD)
                        .created(created)
                        .message("m-" + externalId, answered, "MSP")
                        .at(answered));
        msp.awaitRuled(id);
        return id;
    }

    private void work(String externalId, String start) {
        Map<String, Object> entry = new HashMap<>(Worked.halfHour("tim", start));
        entry.put("ticket", Map.of("externalId", externalId));
        msp.putTime("w-" + externalId, entry).then().statusCode(201);
    }

    private JsonPath awaitFrozen(String id) {
        return msp.awaitUntil(
                "/tickets/" + id, ticket -> "FROZEN".equals(ticket.getString("workItems[0].ruling.status")));
    }

    @Test
    void whatItWouldChangeIsWhatItChanges() {
        String before = password("1", "2026-05-20T14:00:00Z", "2026-05-20T17:00:00Z");
        String late = password("2", "2026-06-08T14:00:00Z", "2026-06-08T17:00:00Z");
        String quick = password("3", "2026-06-09T14:00:00Z", "2026-06-09T14:20:00Z");
        work("2", "2026-06-08T16:00:00Z");
        awaitFrozen(late);

        JsonPath said = ask(ChangesTest::stricter, "ACTIVATED", "2026-06-01", "2026-06-13", Map.of());

        assertEquals(2, said.getInt("looked"));
        assertEquals(List.of(late, quick), said.getList("changes.ticketId"));
        assertNull(said.get("next"));
        assertEquals("INCLUDED", said.getString("changes[0].rulings[0].before.verdict"));
        assertEquals("4.1", said.getString("changes[0].rulings[0].before.clause"));
        assertEquals("EXTRA", said.getString("changes[0].rulings[0].after.verdict"));
        assertEquals("4.2", said.getString("changes[0].rulings[0].after.clause"));
        assertEquals("MET", said.getString("changes[0].clocks.find { it.clock == 'RESPONSE' }.before.state"));
        assertEquals("BREACHED", said.getString("changes[0].clocks.find { it.clock == 'RESPONSE' }.after.state"));
        assertEquals(1, said.getInt("changes[0].clocks.find { it.clock == 'RESPONSE' }.after.breaches"));
        assertEquals(List.of(), said.getList("changes[1].clocks"));
        assertEquals("INCLUDED", msp.ticket(late).getString("workItems[0].ruling.verdict"), "nothing is changed by it");

        msp.activate(terms -> signedForThePast(stricter(terms)));

        JsonPath now = msp.awaitUntil(
                "/tickets/" + late, ticket -> "EXTRA".equals(ticket.getString("workItems[0].ruling.verdict")));
        assertEquals("4.2", now.getString("workItems[0].ruling.clause.id"));
        assertEquals("VERSION_FOR_THE_PAST", now.getString("workItems[0].ruling.cause"));
        assertEquals("FROZEN", awaitFrozen(late).getString("workItems[0].ruling.status"));
        assertEquals(
                "BREACHED",
                msp.clocks(late, "2026-06-12T20:00:00Z").getString("clocks.find { it.clock == 'RESPONSE' }.state"));
        msp.awaitUntil("/tickets/" + quick, ticket -> "EXTRA".equals(ticket.getString("workItems[0].ruling.verdict")));
        assertEquals("INCLUDED", msp.ticket(before).getString("workItems[0].ruling.verdict"));
        assertEquals(1, msp.ticket(before).getInt("terms.version"));
        assertEquals(
                List.of(),
                ask(ChangesTest::stricter, "ACTIVATED", "2026-06-01", "2026-06-13", Map.of())
                        .getList("changes"),
                "nothing is left to be changed");
    }

    @Test
    void aReadingOfWhatWasKnownBeforeHasTheTermsOfBefore() {
        String late = password("2", "2026-06-08T14:00:00Z", "2026-06-08T17:00:00Z");
        msp.clock("2026-06-14T20:00:00Z");
        msp.activate(terms -> signedForThePast(stricter(terms)));
        msp.awaitUntil("/tickets/" + late, ticket -> ticket.getInt("terms.version") == 2);

        String clocks = "/tickets/" + late + "/clocks?asOf=2026-06-12T20:00:00Z";
        String response = "clocks.find { it.clock == 'RESPONSE' }";
        assertEquals("BREACHED", msp.get(clocks).getString(response + ".state"));
        JsonPath before = msp.get(clocks + "&knownAt=2026-06-13T20:00:00Z");
        assertEquals("MET", before.getString(response + ".state"));
        assertEquals(240, before.getInt(response + ".targetMinutes"));
    }

    @Test
    void aVersionThatNobodySignedForThePastMovesNoTicketThatHasTerms() {
        String late = password("2", "2026-06-08T14:00:00Z", "2026-06-08T17:00:00Z");
        msp.activate(ChangesTest::stricter);
        String next = password("3", "2026-06-09T14:00:00Z", "2026-06-09T14:20:00Z");
        msp.awaitUntil("/tickets/" + next, ticket -> ticket.getInt("terms.version") == 2);
        assertEquals(1, msp.ticket(late).getInt("terms.version"));
    }

    @Test
    void whatAPersonRuledStays() {
        String late = password("2", "2026-06-08T14:00:00Z", "2026-06-08T17:00:00Z");
        msp.posting("service-desk")
                .body(Map.of("treatment", "EXCLUDED", "ground", "MISTAKE", "reason", "It was the client's own."))
                .post(Msp.API + "/tickets/" + late + "/work-items/" + msp.firstWorkItem(late) + "/rulings")
                .then()
                .statusCode(201);
        JsonPath said = ask(ChangesTest::stricter, "ACTIVATED", "2026-06-01", "2026-06-13", Map.of());
        assertEquals(List.of(late), said.getList("changes.ticketId"));
        assertEquals(List.of(), said.getList("changes[0].rulings"), "its clocks alone would change");

        msp.activate(terms -> signedForThePast(stricter(terms)));

        msp.awaitUntil("/tickets/" + late, ticket -> ticket.getInt("terms.version") == 2);
        assertEquals("EXCLUDED", msp.ticket(late).getString("workItems[0].ruling.verdict"));
    }

    @Test
    void aDraftIsTriedOnTicketsOfBeforeItsFirstDate() {
        String late = password("2", "2026-06-08T14:00:00Z", "2026-06-08T17:00:00Z");
        UnaryOperator<String> draft = terms ->
                stricter(terms).replace("\"effectiveFrom\":\"2026-06-01\"", "\"effectiveFrom\":\"2026-09-01\"");

        assertEquals(
                List.of(late),
                ask(draft, "TRIED", "2026-04-01", "2026-06-13", Map.of()).getList("changes.ticketId"));
        assertEquals(
                List.of(),
                ask(draft, "ACTIVATED", "2026-04-01", "2026-06-13", Map.of()).getList("changes"));
    }

    /** Two a month are included and were taken; by a version with one a month one of both is charged. */
    @Test
    void anIncludedVolumeIsCountedFromTicketToTicketAndPageToPage() {
        for (int i = 1; i <= 3; i++) {
            msp.awaitRuled(msp.send(
                    "s" + i,
                    Snapshot.officeMove()
                            .with("title", "Help")
                            .with("category", STARTER)
                            .created("2026-06-0" + i + "T14:00:00Z")));
        }
        UnaryOperator<String> one = terms -> second(terms).replace("\"count\":2", "\"count\":1");

        JsonPath said = ask(one, "ACTIVATED", "2026-06-01", "2026-06-13", Map.of());

        assertEquals(1, said.getList("changes").size());
        assertEquals("s1", said.getString("changes[0].externalId"), "the other has taken one when it is looked at");
        assertEquals("EXTRA", said.getString("changes[0].rulings[0].after.verdict"));

        List<Map<String, Object>> volumes = said.getList("volumes");
        assertEquals(
                List.of(-1),
                volumes.stream().map(volume -> volume.get("tickets")).toList());
        List<Map<String, Object>> more = new ArrayList<>(volumes);
        more.forEach(volume -> volume.put("tickets", 2));
        JsonPath next = ask(one, "ACTIVATED", "2026-06-01", "2026-06-13", Map.of("volumes", more));
        assertEquals(List.of("s1", "s2"), next.getList("changes.externalId"), "others before have taken all");
    }

    @Test
    void theRulingsThatWouldBeGivenAreToldAsTheyAreInTheFeed() {
        String late = password("2", "2026-06-08T14:00:00Z", "2026-06-08T17:00:00Z");
        JsonPath said =
                ask(ChangesTest::stricter, "ACTIVATED", "2026-06-01", "2026-06-13", Map.of("wanted", "RULINGS"));
        assertEquals(List.of(), said.getList("changes"));
        assertEquals(List.of(late), said.getList("rulings.ticketId"));
        assertEquals("EXTRA", said.getString("rulings[0].verdict"));
        assertNotNull(said.getString("rulings[0].agreement.documentHash"));
    }
}
