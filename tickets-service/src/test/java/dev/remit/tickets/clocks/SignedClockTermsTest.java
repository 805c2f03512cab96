package dev.remit.tickets.clocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** What a signed agreement says of the clocks is what they go by. */
@QuarkusTest
class SignedClockTermsTest extends TicketsTest {
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
        msp.send("70123", answered.at("2026-06-11T18:45:00Z").message("m2", "2026-06-11T18:45:00Z", "CLIENT"));
        JsonPath asked = msp.awaitUntil(
                "/tickets/" + id + "/clocks", read -> "RUNNING".equals(read.getString(UPDATE + ".state")));
        assertEquals("2026-06-11T19:45:00Z", asked.getString(UPDATE + ".due"));
    }
}
