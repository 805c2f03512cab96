package dev.remit.tickets.escalation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules that have somebody told of clocks. The ticket came in on Thursday at 14:00 in New York; 95 % of its four hours for a
 * response are over on Friday at 8:48, it is due at 9:00 and an hour late at 10:00.
 */
@QuarkusTest
class EscalationTest extends TicketsTest {
    private static final String NEARLY =
            "{\"name\":\"Nearly late\",\"clock\":\"RESPONSE\",\"percent\":95,\"to\":[\"ASSIGNEE\"]}";
    private static final String LATE =
            "{\"name\":\"An hour late\",\"clock\":\"RESPONSE\",\"minutesFromDue\":60,\"priorities\":[\"P3\"],"
                    + "\"clientCodes\":[\"" + Msp.CLIENT + "\"],\"people\":[\"sam\"],\"to\":[\"OWNER\"]}";
    private static final String OF_OTHERS =
            "{\"name\":\"Of others\",\"clock\":\"RESPONSE\",\"percent\":1,\"priorities\":[\"P1\"]}";

    private Msp msp;

    @BeforeEach
    void onFridayBeforeTheOfficeOpens() {
        msp = Msp.withLawFirm("2026-06-12T12:00:00Z");
    }

    private ValidatableResponse rules(String... rules) {
        return msp.as("service-desk")
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"rules\":[" + String.join(",", rules) + "]}")
                .put(Msp.API + "/escalation-rules")
                .then();
    }

    private String sent() {
        return msp.awaitRuled(msp.send("70123", Snapshot.officeMove().with("assignee", Map.of("id", "dana"))))
                .getString("id");
    }

    private List<Map<?, ?>> escalated(int number) {
        return msp.awaitEvents("ClockEscalated", number).stream()
                .<Map<?, ?>>map(event -> (Map<?, ?>) event.get("payload"))
                .toList();
    }

    @Test
    void eachRuleTellsOnceOfEachRunOfAClock() {
        rules(NEARLY, LATE, OF_OTHERS).statusCode(200).body("rules.name.size()", equalTo(3));
        String id = sent();
        msp.clock("2026-06-12T12:48:00Z");
        Map<?, ?> nearly = escalated(1).getFirst();
        assertEquals("Nearly late", nearly.get("rule"));
        assertEquals("2026-06-12T12:48:00Z", nearly.get("at"));
        assertEquals("dana", nearly.get("assignee"));
        assertEquals(95, nearly.get("percent"));

        msp.clock("2026-06-12T14:00:00Z");
        Map<?, ?> late = escalated(2).getLast();
        assertEquals("An hour late", late.get("rule"));
        assertEquals("2026-06-12T14:00:00Z", late.get("at"));
        assertEquals(List.of("sam"), late.get("people"));
        assertEquals(60, late.get("minutesFromDue"));

        rules(LATE, NEARLY).statusCode(200);
        msp.clock("2026-06-15T14:00:00Z");
        msp.send(
                "70123",
                Snapshot.officeMove()
                        .with("assignee", Map.of("id", "dana"))
                        .message("m1", "2026-06-12T13:30:00Z", "MSP")
                        .at("2026-06-12T13:30:00Z"));
        msp.awaitUntil("/tickets/" + id + "/clocks", read -> read.getString("clocks[0].endedAt") != null);
        msp.awaitRuled(msp.send("70124", Snapshot.officeMove().created("2026-06-15T13:00:00Z")));
        escalated(2);
        assertTrue(msp.get("/tickets/" + id + "/timeline?limit=200")
                .getList("items.kind")
                .contains("CLOCK_ESCALATED"));
        String shared = msp.partner()
                .get(Msp.API + "/tickets/" + id + "/timeline?limit=200")
                .asString();
        assertFalse(shared.contains("ESCALATED"), shared);
    }

    @Test
    void aRuleReachesTicketsThatAreOpenAndNothingThatIsOver() {
        String id = sent();
        msp.clock("2026-06-12T12:50:00Z");
        rules(NEARLY, LATE).statusCode(200);
        msp.clock("2026-06-12T14:00:01Z");
        assertEquals(
                List.of("An hour late"),
                escalated(1).stream().map(told -> told.get("rule")).toList());
        JsonPath timeline = msp.get("/tickets/" + id + "/timeline?limit=200");
        assertEquals("An hour late", timeline.getString("items.find { it.kind == 'CLOCK_ESCALATED' }.is"));
    }

    @Test
    void aRuleSaysOnceWhenAndNamesWhomThereIs() {
        rules("{\"name\":\"x\",\"clock\":\"RESPONSE\"}").statusCode(400);
        rules("{\"name\":\"x\",\"clock\":\"RESPONSE\",\"percent\":5,\"minutesFromDue\":5}")
                .statusCode(400);
        rules("{\"name\":\"x\",\"clock\":\"RESPONSE\",\"percent\":5,\"clientCodes\":[\"nobody\"]}")
                .statusCode(400);
        rules(NEARLY, NEARLY).statusCode(400);
        rules(NEARLY).statusCode(200);
        String before = msp.get("/escalation-rules").getString("rules[0].id");
        rules(OF_OTHERS, NEARLY).statusCode(200).body("rules[1].id", equalTo(before));
        msp.as("owner")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"rules\":[]}")
                .put(Msp.API + "/escalation-rules")
                .then()
                .statusCode(412);
        assertEquals(
                2,
                msp.get("/audit?objectType=escalation-rules").getList("items").size());
    }
}
