package dev.remit.tickets.rulings;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person departs from what the clauses say, on a ground, and the record shows both. */
@QuarkusTest
class TreatmentByHandTest extends TicketsTest {
    private static final Map<String, String> CABLING = Map.of("type", "Project", "subtype", "Cabling");

    @Test
    void theTreatmentStandsAndWhatTheClausesSayStandsBesideIt() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        msp.awaitRuled(id);

        rule(msp, id, "treatment", "INCLUDED", "ground", "GOODWILL", "reason", "Their first move")
                .statusCode(201);

        JsonPath ruling = msp.ticket(id).setRootPath("workItems[0].ruling");
        assertEquals("INCLUDED", ruling.getString("verdict"));
        assertEquals("FROZEN", ruling.getString("status"));
        assertEquals("office-move", ruling.getString("item"));
        assertNull(ruling.get("clause"));
        assertEquals("GOODWILL", ruling.getString("byHand.ground"));
        assertEquals("BY_HAND", ruling.getString("cause"));
        assertEquals("Their first move", ruling.getString("because"));
        assertEquals("service-desk", ruling.getString("person.login"));
        assertEquals("EXTRA", ruling.getString("byClauses.verdict"));
        assertEquals("4.2", ruling.getString("byClauses.clause.id"));
        assertEquals(List.of("INCLUDED"), ruling.getList("cases.treatment"));
        assertEquals(msp.documentHash, ruling.getString("agreement.documentHash"));
        Map<String, Object> told = payload(msp.awaitEvents("WorkItemRuled", 2).getLast());
        assertEquals("INCLUDED", told.get("verdict"));
        assertEquals(
                "{because=Their first move, by=Test service-desk, byClauses={clause={id=4.2}, verdict=EXTRA},"
                        + " ground=GOODWILL}",
                String.valueOf(withoutWords(told.get("byHand"))));
    }

    @Test
    void factsThatChangeAreSetBesideWhatTheClausesSaid() {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        Snapshot move = Snapshot.officeMove().with("title", "Help");
        String id = msp.send("1", move);
        msp.awaitRuled(id);
        rule(msp, id, "treatment", "INCLUDED", "ground", "GOODWILL", "reason", "Their first move")
                .statusCode(201);

        msp.send("1", move.at("2026-06-11T18:30:00Z").with("category", CABLING));

        JsonPath review = msp.awaitUntil("/reviews", read -> "OPEN".equals(read.getString("items[0].state")));
        assertEquals(
                "Ruled INCLUDED by hand, where the agreement said EXTRA as office-move by clause 4.2, with the client's"
                        + " approval; by what is known now it would be EXCLUDED as structured-cabling by clause 4.4.",
                review.getString("items[0].detail"));
        assertEquals("INCLUDED", msp.ticket(id).getString("workItems[0].ruling.verdict"));

        msp.posting("service-desk")
                .body(Map.of("reason", "No goodwill for cables"))
                .post(Msp.API + "/reviews/" + review.getString("items[0].id") + "/resolve")
                .then()
                .statusCode(200);
        JsonPath ruling = msp.ticket(id).setRootPath("workItems[0].ruling");
        assertEquals("EXCLUDED", ruling.getString("verdict"));
        assertEquals("4.4", ruling.getString("clause.id"));
        assertNull(ruling.get("byHand"));
        assertNull(ruling.get("byClauses"));
    }

    @Test
    void whatItTookOfAnIncludedVolumeIsGivenBack() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        Snapshot starter = Snapshot.officeMove().with("category", Map.of("type", "Change", "subtype", "New starter"));
        String first = msp.send("1", starter);
        assertEquals(0, msp.awaitRuled(first).getInt("workItems[0].ruling.volume.usedBefore"));

        rule(msp, first, "treatment", "EXTRA", "ground", "DISPUTE_SETTLED", "reason", "They pay this one")
                .statusCode(201);

        String second = msp.send("2", starter);
        assertEquals(0, msp.awaitRuled(second).getInt("workItems[0].ruling.volume.usedBefore"));
        JsonPath ruling = msp.ticket(first).setRootPath("workItems[0].ruling");
        assertEquals("INCLUDED", ruling.getString("byClauses.verdict"));
        assertEquals(true, ruling.getBoolean("approvalRequired"), "nobody has asked the client yet");
        assertNull(ruling.get("volume"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # item,      treatment, ground,   field
            -,           -,         -,        item
            -,           -,         GOODWILL, item
            office-move, INCLUDED,  GOODWILL, treatment
            office-move, -,         GOODWILL, ground
            -,           INCLUDED,  -,        ground
            """)
    void theBodySaysOneOfTheTwo(String item, String treatment, String ground, String field) {
        Msp msp = Msp.withLawFirm("2026-06-11T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        msp.awaitRuled(id);
        rule(msp, id, "item", item, "treatment", treatment, "ground", ground, "reason", "Because")
                .statusCode(400)
                .body("errors.field", hasItem(field));
        assertEquals(1, msp.get("/tickets/" + id + "/rulings").getList("items").size());
    }

    @Test
    void thereIsNothingToDepartFromWithoutAnAgreement() {
        Msp msp = Msp.sandbox("2026-06-15T19:00:00Z");
        String id = msp.send("1", Snapshot.officeMove());
        rule(msp, id, "treatment", "INCLUDED", "ground", "GOODWILL", "reason", "Be nice")
                .statusCode(409);
    }

    private static ValidatableResponse rule(Msp msp, String id, String... members) {
        Map<String, String> body = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put(members[i], members[i + 1]);
        }
        return msp.posting("service-desk")
                .body(body)
                .post(Msp.API + "/tickets/" + id + "/work-items/"
                        + msp.ticket(id).getString("workItems[0].id") + "/rulings")
                .then();
    }

    /** The members in order, of a clause its number alone. */
    private static Object withoutWords(Object member) {
        if (!(member instanceof Map<?, ?> members)) {
            return member;
        }
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> {
            if (!Arrays.asList("title", "text").contains(name)) {
                sorted.put(name.toString(), withoutWords(value));
            }
        });
        return sorted;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
