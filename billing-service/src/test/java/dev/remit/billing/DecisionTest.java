package dev.remit.billing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who decides a quote, when, and how often. */
@QuarkusTest
class DecisionTest extends BillingTest {
    @Inject
    Sql sql;

    @Test
    void theNamedApproverApproves() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        firm.approve(quote)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("decision.decision", equalTo("APPROVED"))
                .body("decision.by.email", equalTo(LawFirm.PARTNER))
                .body("decision.by.login", equalTo("partner"))
                .body("decision.by.subject", equalTo(TestTokens.subject("partner")))
                .body("decision.by.role", equalTo("client-approver"))
                .body("decision.by.method", equalTo("API"))
                .body("decision.typedName", equalTo("Eleanor Whitfield"));
        assertEquals(List.of("QuoteDrafted", "QuoteSent", "QuoteDecided", "WorkAuthorised"), types(firm));
        Map<String, Object> authorised = events(firm).getLast();
        assertEquals("4000.00", ((Map<?, ?>) ((Map<?, ?>) authorised.get("payload")).get("cap")).get("amount"));
    }

    @Test
    void anotherClientsApproverIsNotGivenTheAnswerUnderTheSameKey() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        firm.anotherClientKnown("HARBOUR", "harbour-partner");
        String key = UUID.randomUUID().toString();
        approve(partner(firm.tenant), quote, key).then().statusCode(200);
        approve(approver(firm.tenant, "HARBOUR", "harbour-partner"), quote, key)
                .then()
                .statusCode(404);
        approve(approver(firm.tenant, "HARBOUR", "partner"), quote, key).then().statusCode(403);
        approve(partner(firm.tenant), quote, key)
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("status", equalTo("APPROVED"));
    }

    private static Response approve(RequestSpecification as, String quote, String key) {
        return as.header("Idempotency-Key", key)
                .body(Map.of("typedName", "Eleanor Whitfield"))
                .post(API + "/quotes/" + quote + "/approve");
    }

    @Test
    void theNamedApproverDeclines() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        firm.decline(quote)
                .then()
                .statusCode(200)
                .body("status", equalTo("DECLINED"))
                .body("decision.reason", equalTo("We move it ourselves"));
        assertEquals(List.of("QuoteDrafted", "QuoteSent", "QuoteDecided"), types(firm));
    }

    @Test
    void nobodyElseOfTheClientDecides() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        approve(firm, LawFirm.CODE, "junior", quote).then().statusCode(403);
    }

    @Test
    void toAnotherClientTheQuoteDoesNotExist() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        firm.anotherClientKnown("another-client", "another-partner");
        approve(firm, "another-client", "another-partner", quote).then().statusCode(404);
        approver(firm.tenant, "another-client", "another-partner")
                .get(API + "/quotes/" + quote)
                .then()
                .statusCode(404);
    }

    @Test
    void toTheApproverADraftDoesNotExist() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        firm.approve(quote).then().statusCode(404);
        partner(firm.tenant).get(API + "/quotes/" + quote).then().statusCode(404);
    }

    @Test
    void theOtherServicesHearWhoMayDecide() {
        LawFirm firm = firm().ruledExtra();
        firm.clientKnown(
                firm.approver("Eleanor Whitfield", LawFirm.PARTNER, "partner", true, null),
                firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", true, "partner"),
                firm.approver("Gone Long", "gone@example.com", "gone", false, "partner"),
                firm.approver("Other One", "other@example.com", "other", true, null));
        firm.sent("4000.00");
        Map<?, ?> sent = (Map<?, ?>) events(firm).getLast().get("payload");
        assertEquals(
                Map.of("name", "Eleanor Whitfield", "email", LawFirm.PARTNER, "login", "partner"),
                sent.get("approver"));
        assertEquals(
                List.of(Map.of("name", "Samuel Crane", "email", LawFirm.DEPUTY, "login", "deputy")),
                sent.get("deputies"));
    }

    @Test
    void aDeputyDecidesWhileActive() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        var partner = firm.approver("Eleanor Whitfield", LawFirm.PARTNER, "partner", false, null);
        firm.clientKnown(partner, firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", false, "partner"));
        approve(firm, LawFirm.CODE, "deputy", quote).then().statusCode(403);
        firm.approve(quote).then().statusCode(403);
        firm.clientKnown(partner, firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", true, "somebody-else"));
        approve(firm, LawFirm.CODE, "deputy", quote).then().statusCode(403);
        firm.clientKnown(partner, firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", true, "partner"));
        approveAs(firm, "deputy", "Samuel Crane", quote)
                .then()
                .statusCode(200)
                .body("decision.by.name", equalTo("Samuel Crane"));
    }

    @Test
    void aNameThatIsNotTheApproversOwnIsRefused() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        approveAs(firm, "partner", "Mickey Mouse", quote)
                .then()
                .statusCode(400)
                .body("errors.field", contains("typedName"));
        approveAs(firm, "partner", "  eleanor   WHITFIELD ", quote)
                .then()
                .statusCode(200)
                .body("decision.by.name", equalTo("Eleanor Whitfield"));
    }

    @Test
    void aDecisionIsFinal() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        firm.decline(quote).then().statusCode(409).body("quoteStatus", equalTo("APPROVED"));
        firm.approve(quote).then().statusCode(409);
    }

    @Test
    void theSameKeyRepeatsTheAnswer() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        Response first = approveWithKey(firm, quote, "once-and-for-all");
        Response again = approveWithKey(firm, quote, "once-and-for-all");
        assertEquals(200, again.statusCode());
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        assertEquals(4, types(firm).size());
    }

    private static Response approveWithKey(LawFirm firm, String quote, String key) {
        return partner(firm.tenant)
                .header("Idempotency-Key", key)
                .body("{\"typedName\":\"Eleanor Whitfield\"}")
                .post(API + "/quotes/" + quote + "/approve");
    }

    @Test
    void aDecisionNeedsANameAndARefusalAReason() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        once(partner(firm.tenant))
                .body("{\"typedName\":\" \"}")
                .post(API + "/quotes/" + quote + "/approve")
                .then()
                .statusCode(400)
                .body("errors.field", contains("typedName"));
        once(partner(firm.tenant))
                .body("{\"typedName\":\"Eleanor\"}")
                .post(API + "/quotes/" + quote + "/decline")
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));
    }

    @Test
    void ofAYesAndANoAtOnceOneCounts() {
        for (int i = 0; i < 5; i++) {
            LawFirm firm = firm().ruledExtra();
            String quote = firm.sent("4000.00");
            var yes = CompletableFuture.supplyAsync(() -> firm.approve(quote).statusCode());
            var no = CompletableFuture.supplyAsync(() -> firm.decline(quote).statusCode());
            assertEquals(
                    List.of(200, 409), Stream.of(yes.join(), no.join()).sorted().toList());
            assertEquals(1, types(firm).stream().filter("QuoteDecided"::equals).count());
        }
    }

    @Test
    void anExpiredQuoteIsNoticedAndCannotBeDecided() {
        clockAt("2026-06-11T17:00:00Z");
        LawFirm busy = new LawFirm(TestTenants.SANDBOX, consumers).ruledExtra();
        String first = busy.sent("4000.00");
        clockAt("2026-06-11T18:00:00Z");
        LawFirm firm = new LawFirm(TestTenants.SANDBOX, consumers).ruledExtra();
        String quote = firm.sent("4000.00");
        String expiresAt =
                as(firm.tenant, "owner").get(API + "/quotes/" + quote).path("expiresAt");
        assertEquals("2026-06-25T18:00:00Z", expiresAt);
        QuarkusTransaction.requiringNew().run(() -> {
            hasTheBookOpen(busy);
            clockAt("2026-06-25T18:00:00Z");
            firm.approve(quote).then().statusCode(409).body("quoteStatus", equalTo("EXPIRED"));
            awaitExpired(quote);
            assertEquals("SENT", status(first), "while another has its book open");
            Map<String, Object> decided = events(firm).getLast();
            assertEquals("QuoteDecided", decided.get("type"));
            assertEquals("2026-06-25T18:00:00Z", ((Map<?, ?>) decided.get("payload")).get("decidedAt"));
        });
        awaitExpired(first);
        firm.askForMore("4000.00").then().statusCode(201);
    }

    private void hasTheBookOpen(LawFirm firm) {
        sql.list(
                "SELECT client_id FROM client_book WHERE tenant_id = ? AND client_id = ? FOR UPDATE",
                row -> row.uuid(1),
                firm.tenant,
                firm.client);
    }

    private static void awaitExpired(String quote) {
        await().atMost(Duration.ofSeconds(20)).until(() -> "EXPIRED".equals(status(quote)));
    }

    private static String status(String quote) {
        return as(TestTenants.SANDBOX, "owner").get(API + "/quotes/" + quote).path("status");
    }

    private static void clockAt(String now) {
        as(TestTenants.SANDBOX, "owner")
                .body("{\"now\":\"" + now + "\"}")
                .post(API + "/sandbox/clock")
                .then()
                .statusCode(200);
    }

    private static Response approveAs(LawFirm firm, String username, String typedName, String quote) {
        return once(approver(firm.tenant, LawFirm.CODE, username))
                .body(Map.of("typedName", typedName))
                .post(API + "/quotes/" + quote + "/approve");
    }

    private static Response approve(LawFirm firm, String client, String username, String quote) {
        return once(approver(firm.tenant, client, username))
                .body("{\"typedName\":\"Somebody\"}")
                .post(API + "/quotes/" + quote + "/approve");
    }

    private static List<String> types(LawFirm firm) {
        return events(firm).stream().map(event -> (String) event.get("type")).toList();
    }
}
