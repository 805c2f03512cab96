package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Support is included under clause 4.1, and extra after hours and at weekends under clause 4.4. */
@QuarkusTest
class PiecesOfWorkTest extends BillingTest {
    private static final String FRIDAY_EVENING = "LABOUR 450.00 billed 0.00 over 0.00 HELD AWAITING_APPROVAL";

    private LawFirm supported() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        Map<String, Object> outside = LawFirm.ofClause(
                "EXTRA",
                null,
                "clause",
                Map.of("id", "4.4", "title", "Outside hours", "text", "Work outside hours is charged."),
                "when",
                Map.of("bands", List.of("AFTER_HOURS", "WEEKEND")),
                "estimateMinutes",
                null);
        Map<String, Object> included = LawFirm.ofClause(
                "INCLUDED",
                null,
                "rank",
                2L,
                "clause",
                Map.of("id", "4.1", "title", "Support", "text", "Support is included."));
        firm.ruled(firm.workItem, "INCLUDED", false, "cases", List.of(outside, included));
        return firm;
    }

    @Test
    void workOutsideHoursIsHeldForAQuoteThatShowsIt() {
        LawFirm firm = supported();
        as(firm.tenant, "owner").get(API + "/quotes").then().body("items", hasSize(0));

        firm.recorded(firm.entry("dana", "2026-06-12T20:30:00Z", "2026-06-12T23:30:00Z"), "travel", false);
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);
        assertEquals(List.of(FRIDAY_EVENING), firm.lines());
        as(firm.tenant, "owner")
                .get(API + "/extras")
                .then()
                .body("items.ruling.verdict", contains("EXTRA"))
                .body("items.ruling.clause.id", contains("4.4"));
        String quote = firm.initialQuote();
        as(firm.tenant, "service-desk")
                .get(API + "/quotes/" + quote)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("cap.amount", equalTo("450.00"))
                .body("ruling.clause.id", equalTo("4.4"));

        firm.send(quote).then().statusCode(200);
        firm.approveNow(quote).then().statusCode(200);
        assertEquals(List.of("LABOUR 450.00 billed 450.00 over 0.00 OPEN"), firm.lines());
    }

    @Test
    void aRulingThatIncludesAllOfItTakesItBack() {
        LawFirm firm = supported();
        firm.recorded(firm.entry("dana", "2026-06-12T20:30:00Z", "2026-06-12T23:30:00Z"), "travel", false);
        firm.ruled(firm.workItem, "INCLUDED", false);
        assertEquals(List.of(), firm.lines());
        as(firm.tenant, "owner").get(API + "/quotes").then().body("items.status", contains("WITHDRAWN"));
    }

    @Test
    void includedWorkSaysWhatItIsWorthAndIsBilledToNobody() {
        LawFirm firm = supported();
        firm.recorded(firm.entry("dana", "2026-06-12T20:30:00Z", "2026-06-12T23:30:00Z"), "travel", false);
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);
        as(firm.tenant, "finance")
                .get(API + "/extras?status=INCLUDED")
                .then()
                .body("items.amount.amount", contains("150.00", "150.00"))
                .body("items.billed.amount", contains("0.00", "0.00"))
                .body("items.ruling.clause.id", contains("4.1", "4.1"));
        included(firm, "owner", LawFirm.CODE, "2026-06")
                .statusCode(200)
                .body("items.minutes", contains(120))
                .body("items[0].worth.amount", contains("300.00"))
                .body("items[0].clauses.clauseId", contains("4.1"))
                .body("items[0].clauses.clauseTitle", contains("Support"))
                .body("items[0].clauses.timeEntries", contains(2))
                .body("items[0].clauses.unpricedMinutes", contains(0));

        firm.ruled(firm.workItem, "INCLUDED", false);
        included(firm, "finance", LawFirm.CODE, "2026-06")
                .body("items.minutes", contains(240))
                .body("items[0].worth.amount", contains("750.00"));
        included(firm, "finance", LawFirm.CODE, "2026-07")
                .body("items.minutes", contains(0))
                .body("items[0].clauses", hasSize(0));
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(0));
    }

    @Test
    void goodwillIsInTheLedgerWithItsValueAndItsGround() {
        LawFirm firm = supported();
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);
        Map<String, ?> byHand = Map.of("rank", 1, "treatment", "INCLUDED", "workType", "ONSITE", "ground", "GOODWILL");
        firm.ruled(firm.workItem, "INCLUDED", false, "cases", List.of(byHand));
        as(firm.tenant, "finance")
                .get(API + "/extras?status=INCLUDED")
                .then()
                .body("items.amount.amount", contains("150.00"))
                .body("items.ruling.ground", contains("GOODWILL"))
                .body("items[0].ruling.clause", nullValue());
        included(firm, "owner", LawFirm.CODE, "2026-06")
                .body("items[0].clauses.ground", contains("GOODWILL"))
                .body("items[0].clauses.worth.amount", contains(contains("150.00")));
    }

    @Test
    void includedWorkIsAskedForByClientAndMonth() {
        LawFirm firm = supported();
        included(firm, "owner", LawFirm.CODE, "2026-6").statusCode(400).body("errors.field", contains("month"));
        included(firm, "owner", LawFirm.CODE, "2026-13").statusCode(400).body("errors.field", contains("month"));
        included(firm, "owner", "nobody", "2026-06").statusCode(200).body("items", hasSize(0));
        included(firm, "technician", LawFirm.CODE, "2026-06").statusCode(403);
    }

    private static ValidatableResponse included(LawFirm firm, String role, String client, String month) {
        return as(firm.tenant, role)
                .get(API + "/included?clientCode=" + client + "&month=" + month)
                .then();
    }
}
