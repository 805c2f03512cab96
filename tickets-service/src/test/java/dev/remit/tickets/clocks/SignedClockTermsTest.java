package dev.remit.tickets.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signed agreement says of the clocks is what they go by. */
@QuarkusTest
class SignedClockTermsTest extends TicketsTest {
    private static final String RESPONSE = "clocks.find { it.clock == 'RESPONSE' }";
    private static final String UPDATE = "clocks.find { it.clock == 'UPDATE' }";

    @Test
    void updatesAreOwedAfterTheClientsMessageWhereTheAgreementSaysSo() {
        Msp msp = Msp.sandbox("2026-06-11T20:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace(
                        "\"noTarget\":[\"PLAN\",\"UPDATE\"]", "\"updateMinutes\":60,\"noTarget\":[\"PLAN\"]")
                .replace("\"serviceLevels\":", "\"updateAfter\":\"CLIENT_MESSAGE\",\"serviceLevels\":"));
        Snapshot answered =
                Snapshot.officeMove().at("2026-06-11T18:30:00Z").message("m1", "2026-06-11T18:30:00Z", "MSP");
        String id = msp.send("70123", answered);
        msp.awaitRuled(id);
        JsonPath quiet = msp.awaitUntil(
                "/tickets/" + id + "/clocks", read -> "NOT_STARTED".equals(read.getString(UPDATE + ".state")));
        assertNull(quiet.getString(UPDATE + ".due"));
        msp.send("70123", answered.at("2026-06-11T19:30:00Z").message("m2", "2026-06-11T19:30:00Z", "CLIENT"));
        JsonPath asked = msp.awaitUntil(
                "/tickets/" + id + "/clocks", read -> "RUNNING".equals(read.getString(UPDATE + ".state")));
        assertEquals("2026-06-11T20:30:00Z", asked.getString(UPDATE + ".due"));
    }

    /** Each is signed alone; the others, which come before it, are no response then. */
    @ParameterizedTest
    @CsvSource({
        "PUBLIC_MESSAGE, 2026-06-11T18:10:00Z",
        "RESPONSE_STATUS, 2026-06-11T18:20:00Z",
        "ASSIGNED, 2026-06-11T18:30:00Z",
    })
    void whatTheAgreementListsIsAResponseAndNothingElse(String listed, String answeredAt) {
        Msp msp = Msp.sandbox("2026-06-11T20:00:00Z");
        msp.setUp(Map.of("messages", "DELIVERED", "statuses", Map.of("New", "OPEN", "Called back", "RESPONDED")));
        msp.tellClient();
        msp.activate(terms -> terms.replace("\"PUBLIC_MESSAGE\",\"RESPONSE_STATUS\"", "\"" + listed + "\""));
        Snapshot written =
                Snapshot.officeMove().at("2026-06-11T18:10:00Z").message("m1", "2026-06-11T18:10:00Z", "MSP");
        Snapshot called = written.at("2026-06-11T18:20:00Z").status("Called back");
        String id = msp.send("70123", written);
        msp.awaitRuled(id);
        msp.send("70123", called);
        msp.send("70123", called.at("2026-06-11T18:30:00Z").with("assignee", Map.of("id", "dana")));
        JsonPath clocks = msp.awaitUntil("/tickets/" + id + "/clocks", read -> read.get(RESPONSE + ".endedAt") != null);
        assertEquals(answeredAt, clocks.getString(RESPONSE + ".endedAt"));
    }
}
