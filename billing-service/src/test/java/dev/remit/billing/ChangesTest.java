package dev.remit.billing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a version would change of money, and what it does change once it is activated and the work ruled again. */
@QuarkusTest
class ChangesTest extends BillingTest {
    private static final String NINE = "2026-06-12T13:00:00Z";
    private static final String TEN = "2026-06-12T14:00:00Z";

    /** An hour on site on a Friday that is ruled so under 150.00 an hour. */
    private LawFirm worked(String verdict) {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, verdict, false);
        firm.recorded(firm.entry("dana", NINE, TEN), "travel", false);
        return firm;
    }

    private static byte[] second(LawFirm firm, String rate) {
        return SignedTerms.document(
                firm.tenant, firm.client, firm.agreement, 2, "2026-06-01", SignedTerms.rateCard(rate));
    }

    private static Map<String, Object> bySecond(LawFirm firm, String verdict, String rate) {
        return firm.ruling(
                firm.workItem,
                verdict,
                false,
                "agreement",
                LawFirm.map(
                        "agreementId",
                        firm.agreement.toString(),
                        "version",
                        2L,
                        "documentHash",
                        UpstreamResource.hash(second(firm, rate))));
    }

    private JsonPath ask(LawFirm firm, String rate, String mode) {
        return answer(firm, rate, mode).then().statusCode(200).extract().jsonPath();
    }

    private Response answer(LawFirm firm, String rate, String mode) {
        return given().auth()
                .oauth2(TestTokens.service().token())
                .contentType("application/json")
                .body(CanonicalJson.text(LawFirm.map(
                        "tenant",
                        firm.tenant.toString(),
                        "clientId",
                        firm.client.toString(),
                        "document",
                        CanonicalJson.parse(second(firm, rate)),
                        "mode",
                        mode,
                        "from",
                        "2026-06-01",
                        "to",
                        "2026-06-13")))
                .post("/internal/v1/changes");
    }

    private static String billed(LawFirm firm) {
        return firm.extras().stream()
                .map(line -> (Map<?, ?>) line.get("billed"))
                .map(money -> money == null ? BigDecimal.ZERO : new BigDecimal((String) money.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2)
                .toString();
    }

    private static void assertMoves(JsonPath said, String before, String after) {
        assertEquals(before, said.getString("workItems[0].sums[0].billedBefore.amount"));
        assertEquals(after, said.getString("workItems[0].sums[0].billedAfter.amount"));
        assertEquals(before, said.getString("totals[0].billedBefore.amount"));
        assertEquals(after, said.getString("totals[0].billedAfter.amount"));
        assertEquals("cw/70123", said.getString("workItems[0].ticket"));
    }

    @Test
    void includedWorkThatBecomesExtraIsBilled() {
        LawFirm firm = worked("INCLUDED");
        Map<String, Object> ruling = bySecond(firm, "EXTRA", "150.00");
        firm.wouldBeRuled(ruling);

        assertMoves(ask(firm, "150.00", "ACTIVATED"), "0.00", "150.00");
        assertMoves(ask(firm, "150.00", "TRIED"), "0.00", "150.00");
        assertEquals("0.00", billed(firm), "nothing is changed by it");

        firm.agreementActivated(2, "2026-06-01", "150.00");
        firm.ruled(firm.workItem, "EXTRA", false, "agreement", ruling.get("agreement"));
        assertEquals("150.00", billed(firm));
    }

    @Test
    void whatIsPublishedAndNoLongerHoldsIsReversed() {
        LawFirm firm = worked("EXTRA");
        firm.cutOff("2026-06-30").then().statusCode(200);
        Map<String, Object> ruling = bySecond(firm, "INCLUDED", "150.00");
        firm.wouldBeRuled(ruling);

        assertMoves(ask(firm, "150.00", "ACTIVATED"), "150.00", "0.00");

        firm.agreementActivated(2, "2026-06-01", "150.00");
        firm.ruled(firm.workItem, "INCLUDED", false, "agreement", ruling.get("agreement"));
        assertEquals("0.00", billed(firm));
    }

    @Test
    void workThatIsNotPublishedHasTheRatesOfTheVersion() {
        LawFirm firm = worked("EXTRA");
        Map<String, Object> ruling = bySecond(firm, "EXTRA", "200.00");
        firm.wouldBeRuled(ruling);

        assertMoves(ask(firm, "200.00", "ACTIVATED"), "150.00", "200.00");

        firm.agreementActivated(2, "2026-06-01", "200.00");
        firm.ruled(firm.workItem, "EXTRA", false, "agreement", ruling.get("agreement"));
        assertEquals("200.00", billed(firm));
    }

    @Test
    void aRateMovesNothingThatIsPublishedAndIsTriedAllTheSame() {
        LawFirm firm = worked("EXTRA");
        firm.cutOff("2026-06-30").then().statusCode(200);
        Map<String, Object> ruling = bySecond(firm, "EXTRA", "200.00");
        firm.wouldBeRuled(ruling);

        assertEquals(List.of(), ask(firm, "200.00", "ACTIVATED").getList("workItems"));
        assertMoves(ask(firm, "200.00", "TRIED"), "150.00", "200.00");

        firm.agreementActivated(2, "2026-06-01", "200.00");
        firm.ruled(firm.workItem, "EXTRA", false, "agreement", ruling.get("agreement"));
        assertEquals("150.00", billed(firm));
    }

    @Test
    void nothingIsSaidBeforeAllWorkIsKnown() {
        LawFirm firm = worked("INCLUDED");
        firm.wouldBeRuled(bySecond(firm, "EXTRA", "150.00"), 1_000_000);

        answer(firm, "150.00", "ACTIVATED")
                .then()
                .statusCode(503)
                .body("type", equalTo("https://remit.dev/problems/service-unavailable"));
    }

    @Test
    void workThatHasToBeApprovedFirstWaits() {
        LawFirm firm = worked("INCLUDED");
        Map<String, Object> ruling = firm.ruling(firm.workItem, "EXTRA", true);
        firm.wouldBeRuled(ruling);

        JsonPath said = ask(firm, "150.00", "ACTIVATED");

        assertMoves(said, "0.00", "0.00");
        assertEquals("150.00", said.getString("totals[0].heldAfter.amount"));
        assertEquals("0.00", said.getString("totals[0].heldBefore.amount"));
    }
}
