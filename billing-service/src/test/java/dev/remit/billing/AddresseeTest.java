package dev.remit.billing;

import static dev.remit.billing.LawFirm.map;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may decide a quote once it is out, whatever becomes of the client's list of approvers. */
@QuarkusTest
class AddresseeTest extends BillingTest {
    private static final String NAME = "Eleanor Whitfield";

    @Test
    void anotherLoginUnderTheApproversNameCannotDecideWhatWasSentToHer() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        firm.clientKnown(firm.approver(NAME, LawFirm.PARTNER, "junior", true, null));
        approve(firm, "junior", NAME, quote).then().statusCode(403);
        quote(firm, quote)
                .body("status", equalTo("SENT"))
                .body("approver.login", equalTo("partner"))
                .body("needsApproverSince", notNullValue());
        firm.clientKnown(firm.approver(NAME, LawFirm.PARTNER, "partner", true, null));
        approve(firm, "partner", NAME, quote)
                .then()
                .statusCode(200)
                .body("decision.by.login", equalTo("partner"))
                .body("needsApproverSince", nullValue());
    }

    @Test
    void anotherAddressVoidsWhatIsOutUntilTheDeskSendsItAgain() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        Map<String, Object> moved = firm.approver(NAME, LawFirm.PARTNER, "partner", true, null);
        moved.put("email", "eleanor@elsewhere.example");
        firm.clientKnown(moved);
        approve(firm, "partner", NAME, quote).then().statusCode(403);
        readdress(firm, quote, Map.of("approverLogin", "Partner"))
                .then()
                .statusCode(200)
                .body("approver.email", equalTo("eleanor@elsewhere.example"))
                .body("needsApproverSince", nullValue());
        approve(firm, "partner", NAME, quote).then().statusCode(200);
    }

    @Test
    void aQuoteGoesToTheActiveDeputyOfAnApproverWhoIsDeactivated() {
        LawFirm firm = firm();
        Map<String, Object> deputy = firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", true, "partner");
        firm.clientKnown(firm.approver(NAME, LawFirm.PARTNER, "partner", true, null), deputy);
        firm.agreementActivated();
        firm.ruled("EXTRA");
        String quote = firm.sent("4000.00");
        firm.clientKnown(firm.approver(NAME, LawFirm.PARTNER, "partner", false, null), deputy);
        quote(firm, quote).body("approver.login", equalTo("deputy")).body("status", equalTo("SENT"));
        firm.clientKnown(firm.approver(NAME, LawFirm.PARTNER, "partner", true, null), deputy);
        approve(firm, "partner", NAME, quote).then().statusCode(403);
        approve(firm, "deputy", "Samuel Crane", quote).then().statusCode(200);
    }

    @Test
    void withoutADeputyTheDeskSeesItAndTakesItBack() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        firm.clientKnown(
                firm.approver(NAME, LawFirm.PARTNER, "partner", false, null),
                firm.approver("Samuel Crane", LawFirm.DEPUTY, "crane", true, null));
        as(firm.tenant, "service-desk")
                .get(API + "/quotes?needsApprover=true")
                .then()
                .body("items.id", contains(quote));
        once(as(firm.tenant, "service-desk"))
                .body("{\"reason\":\"The approver has left the firm\"}")
                .post(API + "/quotes/" + quote + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("decision.by.login", equalTo("service-desk"))
                .body("decision.reason", equalTo("The approver has left the firm"));
        String draft = firm.initialQuote();
        quote(firm, draft)
                .body("status", equalTo("DRAFT"))
                .body("cap.amount", equalTo("4000.00"))
                .body("approver", nullValue());
        as(firm.tenant, "service-desk")
                .header("If-Match", firm.etag(draft))
                .body(Map.of("approverLogin", "crane"))
                .put(API + "/quotes/" + draft)
                .then()
                .statusCode(200);
        firm.send(draft).then().statusCode(200);
        approve(firm, "crane", "Samuel Crane", draft).then().statusCode(200);
    }

    @Test
    void aQuoteForSomebodyWithoutALoginIsNotSent() {
        LawFirm firm = firm();
        firm.clientKnown(firm.approver(NAME, LawFirm.PARTNER, null, true, null));
        firm.agreementActivated();
        firm.ruled("EXTRA");
        firm.send(firm.initialQuote())
                .then()
                .statusCode(409)
                .body("errors.field", hasItem("approverEmail"))
                .body("detail", containsString(NAME));
    }

    @Test
    void theDeputyOfANamesakeDecidesNothing() {
        LawFirm firm = firm();
        firm.clientKnown(
                firm.approver("John Smith", LawFirm.PARTNER, "partner", true, null),
                firm.approver("John Smith", "other@whitfield-crane.example", "other", true, "partner"),
                firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", true, "other"));
        firm.agreementActivated();
        firm.ruled("EXTRA");
        String quote = firm.sent("4000.00");
        approve(firm, "deputy", "Samuel Crane", quote).then().statusCode(403);
        approve(firm, "PARTNER", "John Smith", quote).then().statusCode(200);
    }

    @Test
    void anAccountOfTheSameLoginThatIsNotTheOneOnRecordDecidesNothing() {
        LawFirm firm = firm();
        Map<String, Object> partner = firm.approver(NAME, LawFirm.PARTNER, "partner", true, null);
        partner.put("subject", "the-account-before");
        firm.clientKnown(partner);
        firm.agreementActivated();
        firm.ruled("EXTRA");
        String quote = firm.sent("4000.00");
        approve(firm, "partner", NAME, quote).then().statusCode(403);
    }

    @Test
    void anotherAccountOfTheSameLoginVoidsWhatIsOut() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        Map<String, Object> partner = firm.approver(NAME, LawFirm.PARTNER, "partner", true, null);
        partner.put("subject", "the-account-that-it-was-sent-to");
        firm.clientKnown(partner);
        quote(firm, quote).body("needsApproverSince", nullValue());

        partner.put("subject", TestTokens.subject("partner"));
        firm.clientKnown(partner);

        approve(firm, "partner", NAME, quote).then().statusCode(403);
        quote(firm, quote).body("needsApproverSince", notNullValue());
        readdress(firm, quote, Map.of("approverLogin", "partner")).then().statusCode(200);
        approve(firm, "partner", NAME, quote).then().statusCode(200);
    }

    @Test
    void whoIsNoActiveApproverOfTheClientReadsNothing() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        partner(firm.tenant).get(API + "/quotes/" + quote).then().statusCode(200);
        approver(firm.tenant, LawFirm.CODE, "junior")
                .get(API + "/quotes")
                .then()
                .statusCode(403);
        approver(firm.tenant, "nobody-knows", "partner")
                .get(API + "/extras")
                .then()
                .statusCode(403);
        firm.clientKnown(firm.approver(NAME, LawFirm.PARTNER, "partner", false, null));
        for (String path : List.of("/quotes", "/quotes/" + quote, "/extras")) {
            partner(firm.tenant).get(API + path).then().statusCode(403);
        }
    }

    @Test
    void anAnswerIsNotRepeatedForAnApproverWhoWasRemoved() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        approveUnderKey(firm, quote).then().statusCode(200);
        approveUnderKey(firm, quote).then().statusCode(200);
        firm.clientKnown();
        firm.clientKnown(firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", true, null));
        approveUnderKey(firm, quote).then().statusCode(403);
    }

    private static Response approveUnderKey(LawFirm firm, String quote) {
        return partner(firm.tenant)
                .header("Idempotency-Key", "decided-once")
                .body(map("typedName", NAME))
                .post(API + "/quotes/" + quote + "/approve");
    }

    @Test
    void theLineAndItsEvidenceNameTheAccountThatApproved() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        Map<String, Object> line = firm.extras().getFirst();
        Map<?, ?> approval = (Map<?, ?>) line.get("approval");
        assertEquals(quote, approval.get("quoteId"));
        assertEquals(NAME, approval.get("by"));
        assertEquals("partner", approval.get("login"));
        assertEquals(TestTokens.subject("partner"), approval.get("subject"));
        as(firm.tenant, "auditor")
                .get(API + "/extras/" + line.get("id") + "/evidence")
                .then()
                .statusCode(200)
                .body(containsString(TestTokens.subject("partner")));
    }

    private static ValidatableResponse quote(LawFirm firm, String quote) {
        return as(firm.tenant, "owner").get(API + "/quotes/" + quote).then().statusCode(200);
    }

    private static Response readdress(LawFirm firm, String quote, Map<String, ?> to) {
        return once(as(firm.tenant, "service-desk")).body(to).post(API + "/quotes/" + quote + "/readdress");
    }

    private static Response approve(LawFirm firm, String username, String typedName, String quote) {
        return once(approver(firm.tenant, LawFirm.CODE, username))
                .body(map("typedName", typedName))
                .post(API + "/quotes/" + quote + "/approve");
    }
}
