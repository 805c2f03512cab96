package dev.remit.tickets.rulings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.replay.Finding;
import dev.remit.tickets.testing.EvidencePack;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import dev.remit.tickets.testing.Worked;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets of a client who has addenda beside the master, which came before it. */
@QuarkusTest
class AddendaTest extends TicketsTest {
    private static final String MOVE_INCLUDED =
            "{\"clause\":\"1.1\",\"item\":\"office-move\",\"treatment\":\"INCLUDED\"}";
    private static final String MOVE_EXCLUDED =
            "{\"clause\":\"1.1\",\"item\":\"office-move\",\"treatment\":\"EXCLUDED\"}";
    private static final String ROUND_THE_CLOCK =
            ",\"calendars\":{\"always\":{\"zone\":\"America/New_York\",\"weekly\":{%s}}},\"coverage\":{\"calendar\":\"always\"}"
                    .formatted(String.join(
                            ",",
                            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
                                    .stream()
                                    .map(day -> "\"" + day + "\":[[\"00:00\",\"24:00\"]]")
                                    .toList()));

    private Msp msp;

    @BeforeEach
    void sandbox() {
        msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.tellClient();
    }

    private void addendum(String title, String rule, String more) {
        addendum(title, "2026-02-01", rule, more);
    }

    private void addendum(String title, String from, String rule, String more) {
        String terms = """
                {"schema":"remit-agreement/1","kind":"ADDENDUM","master":"%s","title":"%s","version":1,
                 "effectiveFrom":"%s","clauses":[{"id":"1.1","title":"Add-on"}],
                 "catalogue":[{"code":"office-move","category":"projects"}],"scopeRules":[%s]%s}
                """.formatted(msp.agreementId, title, from, rule, more);
        msp.activate(msp.clientId, UUID.randomUUID(), any -> terms);
    }

    private JsonPath ruled() {
        msp.activate(UnaryOperator.identity());
        String id = msp.send("1", Snapshot.officeMove());
        return msp.awaitUntil(
                "/tickets/" + id, ticket -> ticket.getString("workItems[0].ruling.agreement.documentHash") != null);
    }

    @Test
    void theAddendumRulesByItsOwnHoursAndTheEvidenceIsComputedAgain() {
        addendum("Move to Pearl Street", MOVE_INCLUDED, ROUND_THE_CLOCK);
        JsonPath ticket = ruled();
        String id = ticket.getString("id");

        assertEquals("INCLUDED", ticket.getString("workItems[0].ruling.verdict"));
        assertEquals("1.1", ticket.getString("workItems[0].ruling.clause.id"));
        assertEquals(1, ticket.getList("terms.addenda").size());
        assertEquals(
                ticket.getString("terms.addenda[0]"),
                ticket.getString("workItems[0].ruling.agreement.documentHash"),
                "the clause's agreement");
        assertTrue(ticket.getString("workItems[0].ruling.reasons")
                .contains("version 1 of the addendum \"Move to Pearl Street\" applies"));
        assertEquals(
                "2026-06-11T22:00:00Z",
                msp.clocks(id, "2026-06-11T18:00:00Z").getString("clocks.find { it.clock == 'RESPONSE' }.due"),
                "four hours around the clock, at the master's level");

        EvidencePack pack = EvidencePack.of(msp.as("auditor"), id);
        List<Finding> rulings = pack.replayed().stream()
                .filter(finding -> finding.subject().startsWith("ruling "))
                .toList();
        assertTrue(rulings.getLast().stated().contains("\"documents\":[\"" + ticket.getString("terms.documentHash")));
        rulings.forEach(finding -> assertEquals(finding.stated(), finding.computed()));
    }

    @Test
    void addendaThatDisagreeAreAmbiguous() {
        addendum("Back-up", MOVE_INCLUDED, "");
        addendum("Other", MOVE_EXCLUDED, "");
        JsonPath ticket = ruled();

        assertEquals("AMBIGUOUS", ticket.getString("workItems[0].ruling.verdict"));
        assertEquals(2, ticket.getList("workItems[0].ruling.disagreeing").size());
    }

    @Test
    void anAddendumThatBeginsLaterRulesTicketsOfItsDatesAndNoWorkOnEarlierOnes() {
        String earlier = ruled().getString("id");
        addendum("Move to Pearl Street", "2026-06-15", MOVE_INCLUDED, ROUND_THE_CLOCK);
        msp.clock("2026-06-16T18:00:00Z");
        msp.putTime("e1", work("1", "2026-06-16T14:00:00Z")).then().statusCode(201);
        msp.putTime("e2", work("2", "2026-06-16T15:00:00Z")).then().statusCode(201);
        msp.posting("service-desk")
                .body(Map.of("title", "The archive, too", "item", "office-move"))
                .post(Msp.API + "/tickets/" + earlier + "/work-items")
                .then()
                .statusCode(201);
        String later = msp.send("2", Snapshot.officeMove().created("2026-06-16T13:00:00Z"));

        JsonPath ruledLater = frozen(later);
        assertEquals("INCLUDED", ruledLater.getString("workItems[0].ruling.verdict"));
        assertEquals(1, ruledLater.getList("terms.addenda").size());
        JsonPath ruledEarlier = frozen(earlier);
        assertEquals(List.of("EXTRA", "EXTRA"), ruledEarlier.getList("workItems.ruling.verdict"));
        assertEquals(List.of(), ruledEarlier.getList("terms.addenda"));
        assertEquals(
                "2026-06-12T13:00:00Z",
                msp.clocks(earlier, "2026-06-16T18:00:00Z").getString("clocks.find { it.clock == 'RESPONSE' }.due"));
        assertEquals(List.of(), msp.get("/reviews").getList("items"));
    }

    private JsonPath frozen(String ticket) {
        return msp.awaitUntil(
                "/tickets/" + ticket, read -> "FROZEN".equals(read.getString("workItems[0].ruling.status")));
    }

    private static Map<String, Object> work(String ticket, String start) {
        Map<String, Object> entry = new HashMap<>(Worked.halfHour("dana", start));
        entry.put("ticket", Map.of("externalId", ticket));
        return entry;
    }

    @Test
    void whatNoAddendumSpeaksOfIsTheMasters() {
        addendum(
                "Cabling",
                MOVE_EXCLUDED.replace("\"treatment\"", "\"when\":{\"priorities\":[\"P1\"]},\"treatment\""),
                "");
        JsonPath ticket = ruled();

        assertEquals("EXTRA", ticket.getString("workItems[0].ruling.verdict"));
        assertEquals(
                ticket.getString("terms.documentHash"), ticket.getString("workItems[0].ruling.agreement.documentHash"));
        assertEquals(
                "2026-06-12T13:00:00Z",
                msp.clocks(ticket.getString("id"), "2026-06-11T18:00:00Z")
                        .getString("clocks.find { it.clock == 'RESPONSE' }.due"));
    }
}
