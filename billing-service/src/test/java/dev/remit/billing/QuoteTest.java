package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a quote is drafted, changed and sent. */
@QuarkusTest
class QuoteTest extends BillingTest {
    @Test
    void anExtraRulingDraftsAQuote() {
        LawFirm firm = firm().ruledExtra();
        as(firm.tenant, "technician")
                .get(API + "/quotes/" + firm.initialQuote())
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("DRAFT"))
                .body("kind", equalTo("INITIAL"))
                .body("clientCode", equalTo(LawFirm.CODE))
                .body("summary", equalTo("Office move to the 9th floor"))
                .body("estimateMinutes", equalTo(1080))
                .body("hourlyRate.amount", equalTo("150.00"))
                .body("estimate.amount", equalTo("2700.00"))
                .body("cap.amount", equalTo("2700.00"))
                .body("capWithTax.amount", equalTo("2939.63"))
                .body("approver.email", equalTo(LawFirm.PARTNER))
                .body("ruling.clause.text", equalTo("Office moves are not included."))
                .body("ruling.documentHash", equalTo(firm.documentHash()))
                .body("ifDeclined", notNullValue())
                .body("decision", nullValue());
    }

    @Test
    void aQuoteIsDraftedOnceItsClientAndDocumentAreKnown() {
        LawFirm firm = firm();
        firm.ruled("EXTRA");
        firm.agreementActivated();
        assertEquals(List.of(), statuses(firm));
        firm.clientKnown();
        assertEquals(List.of("DRAFT"), statuses(firm));
    }

    @Test
    void thereIsOneInitialQuoteHoweverOftenTheWorkIsRuledOn() {
        LawFirm firm = firm().ruledExtra();
        firm.ruled("EXTRA");
        firm.agreementActivated();
        firm.clientKnown();
        assertEquals(List.of("DRAFT"), statuses(firm));
    }

    @Test
    void aQuoteIsWithdrawnWhenTheWorkTurnsOutToBeIncluded() {
        LawFirm firm = firm().ruledExtra();
        firm.sent("4000.00");
        firm.ruled("INCLUDED");
        assertEquals(List.of("WITHDRAWN"), statuses(firm));
        firm.ruled("EXTRA");
        assertEquals(List.of("WITHDRAWN", "DRAFT"), statuses(firm));
    }

    @Test
    void workThatNeedsNoApprovalHasNoQuote() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, "EXTRA", false);
        assertEquals(List.of(), statuses(firm));
    }

    @Test
    void aConfidentialTicketsTitleStaysOut() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, "EXTRA", true, "confidential", true);
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + firm.initialQuote())
                .then()
                .body("summary", equalTo("Ticket cw/70123"));
    }

    @Test
    void aTitleThatBecomesConfidentialIsTakenBack() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        firm.ruled(firm.workItem, "EXTRA", true, "confidential", true, "title", null);
        as(firm.tenant, "owner").get(API + "/quotes/" + quote).then().body("summary", equalTo("Ticket cw/70123"));
    }

    @Test
    void aDraftIsCalledWhatItsTicketIsCalled() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        firm.ruled(firm.workItem, "EXTRA", true, "confidential", true, "title", null);
        firm.ruled(firm.workItem, "EXTRA", true, "title", "Move 24 desks to the annexe");
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("summary", equalTo("Move 24 desks to the annexe"));
    }

    @Test
    void aSummaryOfTheDesksOwnStaysWhenTheTitleBecomesConfidential() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        change(firm, quote, "{\"summary\":\"Move 24 desks\"}").then().statusCode(200);
        firm.ruled(firm.workItem, "EXTRA", true, "confidential", true, "title", null);
        as(firm.tenant, "owner").get(API + "/quotes/" + quote).then().body("summary", equalTo("Move 24 desks"));
    }

    @Test
    void aNewRulingPricesADraftAgainUnlessItsCapWasSet() {
        LawFirm firm = firm().ruledExtra();
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "cases",
                List.of(LawFirm.ofClause("EXTRA", null, "estimateMinutes", 600L, "workType", "REMOTE")));
        String quote = firm.initialQuote();
        as(firm.tenant, "owner").get(API + "/quotes/" + quote).then().body("cap.amount", equalTo("1200.00"));
        change(firm, quote, "{\"cap\":{\"amount\":\"999.00\",\"currency\":\"USD\"},\"confirmCapBelowEstimate\":true}")
                .then()
                .statusCode(200);
        firm.ruled("EXTRA");
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("cap.amount", equalTo("999.00"))
                .body("hourlyRate.amount", equalTo("150.00"));
    }

    @Test
    void workThatAPersonMakesExtraIsQuotedUnderNoClause() {
        LawFirm firm = firm().ruledExtra();
        firm.ruled(firm.workItem, "EXTRA", true, "cases", List.of(LawFirm.ofClause("EXTRA", null, "clause", null)));
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + firm.initialQuote())
                .then()
                .body("clause", nullValue())
                .body("cap.amount", equalTo("2700.00"));
    }

    @Test
    void aRulingToldAgainUnderItsSequenceCountsAndAnEarlierOneDoesNot() {
        LawFirm firm = firm().ruledExtra();
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "sequence",
                2L,
                "status",
                "PROVISIONAL",
                "cases",
                List.of(LawFirm.ofClause("EXTRA", null, "estimateMinutes", 60L)));
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "sequence",
                2L,
                "status",
                "FROZEN",
                "cases",
                List.of(LawFirm.ofClause("EXTRA", null, "estimateMinutes", 120L)));
        firm.ruled(firm.workItem, "INCLUDED", false, "sequence", 1L);
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + firm.initialQuote())
                .then()
                .body("status", equalTo("DRAFT"))
                .body("cap.amount", equalTo("300.00"));
    }

    @Test
    void aDraftIsChangedByWhoeverSawItLast() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        String seen = firm.etag(quote);
        as(firm.tenant, "service-desk")
                .body("{\"summary\":\"Move\"}")
                .put(API + "/quotes/" + quote)
                .then()
                .statusCode(428);
        change(firm, quote, "{\"lines\":[{\"what\":\"Move\",\"minutes\":1200}],\"summary\":\"Move 24 desks\"}")
                .then()
                .statusCode(200)
                .body("estimate.amount", equalTo("3000.00"))
                .body("cap.amount", equalTo("3000.00"))
                .body("summary", equalTo("Move 24 desks"));
        as(firm.tenant, "service-desk")
                .header("If-Match", seen)
                .body("{\"summary\":\"Move\"}")
                .put(API + "/quotes/" + quote)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cap\":{\"amount\":\"4000\",\"currency\":\"USD\"}}      | cap.amount",
                "{\"cap\":{\"amount\":\"0.00\",\"currency\":\"USD\"}}      | cap.amount",
                "{\"cap\":{\"amount\":\"4000.00\",\"currency\":\"EUR\"}}   | cap.currency",
                "{\"lines\":[]}                                          | lines",
                "{\"lines\":[{\"what\":\"x\"}]}                          | lines[0].minutes",
                "{\"lines\":[{\"what\":\"x\",\"minutes\":0}]}            | lines[0].minutes",
                "{\"lines\":[{\"what\":\"x\",\"minutes\":\"600\"}]}      | lines[0].minutes",
                "{\"lines\":[{\"minutes\":60}]}                          | lines[0].what",
                "{\"lines\":[{\"what\":\"x\",\"minutes\":60,\"technicians\":0}]} | lines[0].technicians",
                "{\"lines\":[{\"what\":\"x\",\"minutes\":50000,\"start\":\"2026-06-13T12:00:00Z\"}]} | lines[0].minutes",
                "{\"lines\":[{\"what\":\"x\",\"minutes\":60,\"start\":\"9999-06-13T12:00:00Z\"}]} | lines[0].start",
                "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}                  | expiresAt",
                "{\"approverEmail\":\"mallory@example.com\"}               | approverEmail",
                "{\"summary\":\"\"}                                        | summary",
                "{\"price\":1}                                             | price"
            })
    void aBadChangeNamesItsField(String body, String field) {
        LawFirm firm = firm().ruledExtra();
        change(firm, firm.initialQuote(), body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    @Test
    void aQuoteIsSentOnceAndThenStands() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.sent("4000.00");
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("status", equalTo("SENT"))
                .body("sentAt", notNullValue())
                .body("expiresAt", notNullValue());
        firm.send(quote).then().statusCode(409).body("quoteStatus", equalTo("SENT"));
        change(firm, quote, "{\"summary\":\"More\"}").then().statusCode(409);
    }

    @Test
    void aDraftIsSentAsItWasRead() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        String seen = firm.etag(quote);
        change(firm, quote, "{\"cap\":{\"amount\":\"9000.00\",\"currency\":\"USD\"}}")
                .then()
                .statusCode(200);
        sendAsRead(firm, quote, seen, "first").then().statusCode(412);
        as(firm.tenant, "owner").get(API + "/quotes/" + quote).then().body("status", equalTo("DRAFT"));
        String now = firm.etag(quote);
        sendAsRead(firm, quote, now, "first").then().statusCode(200).body("status", equalTo("SENT"));
        sendAsRead(firm, quote, now, "first").then().statusCode(200).header("Idempotent-Replayed", equalTo("true"));
    }

    private static Response sendAsRead(LawFirm firm, String quote, String etag, String key) {
        return as(firm.tenant, "service-desk")
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .post(API + "/quotes/" + quote + "/send");
    }

    @Test
    void theCapsOfOneWorkItemAddUpToAnAmountThatCanBeSaid() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.askForMore("999999996000.01")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://remit.dev/problems/rule-broken"))
                .body("errors.field", contains("cap.amount"));
        firm.askForMore("999999999999999.99").then().statusCode(422);
        String small = firm.askForMore("0.01").then().statusCode(201).extract().path("id");
        String other = firm.askForMore("0.01").then().statusCode(201).extract().path("id");
        firm.moreRoom("999999996000.00");
        firm.recorded(firm.saturday("dana"));
        assertEquals(
                List.of("LABOUR 2025.00 billed 2025.00 over 0.00 OPEN", "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
        firm.send(small).then().statusCode(422).body("errors.field", contains("cap.amount"));
        change(firm, small, "{\"cap\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("cap.amount"));
        change(firm, other, "{\"summary\":\"Another hour\"}").then().statusCode(200);
    }

    @Test
    void ofTwoQuotesThatWereSentTheOneThatIsTooMuchIsNotApproved() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        String first = firm.askForMore("999999996000.00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String second = firm.askForMore("999999996000.00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        firm.send(first).then().statusCode(200);
        firm.send(second).then().statusCode(200);
        firm.approve(first).then().statusCode(200);
        firm.approve(second).then().statusCode(422).body("errors.field", contains("cap.amount"));
        firm.decline(second).then().statusCode(200);
    }

    @Test
    void aQuoteWithoutAnApproverIsNotSent() {
        LawFirm firm = firm();
        firm.clientKnown(
                firm.approver("Eleanor Whitfield", LawFirm.PARTNER, "partner", true, null),
                firm.approver("Samuel Crane", LawFirm.DEPUTY, "deputy", true, null));
        firm.agreementActivated();
        firm.ruled("EXTRA");
        String quote = firm.initialQuote();
        firm.send(quote).then().statusCode(409).body("errors.field", contains("approverEmail"));
        change(firm, quote, "{\"approverEmail\":\"" + LawFirm.DEPUTY + "\"}")
                .then()
                .statusCode(200);
        firm.send(quote).then().statusCode(200).body("approver.name", equalTo("Samuel Crane"));
    }

    @Test
    void aFurtherQuoteWaitsForTheFirstOne() {
        LawFirm firm = firm().ruledExtra();
        firm.askForMore("500.00").then().statusCode(409).body("quoteStatus", equalTo("DRAFT"));
        firm.approved("4000.00");
        firm.askForMore("500.00")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("kind", equalTo("FURTHER"))
                .body("status", equalTo("DRAFT"))
                .body("approver.email", equalTo(LawFirm.PARTNER));
        once(as(firm.tenant, "owner"))
                .body("{\"workItemId\":\"" + UUID.randomUUID()
                        + "\",\"summary\":\"x\",\"cap\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}")
                .post(API + "/quotes")
                .then()
                .statusCode(400)
                .body("errors.field", contains("workItemId"));
    }

    @Test
    void quotesAreListedByClientStateAndTicket() {
        LawFirm firm = firm().ruledExtra();
        firm.sent("4000.00");
        firm.ruled(
                UUID.randomUUID(), "EXTRA", true, "ticketId", UUID.randomUUID().toString());
        assertEquals(2, list(firm, "").size());
        assertEquals(1, list(firm, "?ticketId=" + firm.ticket).size());
        assertEquals(1, list(firm, "?status=SENT").size());
        assertEquals(2, list(firm, "?clientCode=" + LawFirm.CODE).size());
        assertEquals(0, list(firm, "?clientCode=nobody").size());
        partner(firm.tenant).get(API + "/quotes").then().body("items", hasSize(1));
        firm.anotherClientKnown("another-client", "another-partner");
        approver(firm.tenant, "another-client", "another-partner")
                .get(API + "/quotes")
                .then()
                .body("items", empty());
        String next = as(firm.tenant, "owner").get(API + "/quotes?limit=1").path("next");
        as(firm.tenant, "owner")
                .get(API + "/quotes?limit=1&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        as(firm.tenant, "owner").get(API + "/quotes?status=LOST").then().statusCode(400);
    }

    private static List<Object> list(LawFirm firm, String query) {
        return as(firm.tenant, "owner")
                .get(API + "/quotes" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<String> statuses(LawFirm firm) {
        return list(firm, "").stream()
                .map(quote -> (String) ((Map<?, ?>) quote).get("status"))
                .toList();
    }

    static Response change(LawFirm firm, String quote, String body) {
        return as(firm.tenant, "service-desk")
                .header("If-Match", firm.etag(quote))
                .body(body)
                .put(API + "/quotes/" + quote);
    }
}
