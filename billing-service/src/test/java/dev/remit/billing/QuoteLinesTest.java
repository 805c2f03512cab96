package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a quote is for, line by line, is what the work is billed as. */
@QuarkusTest
class QuoteLinesTest extends BillingTest {
    private static Map<String, Object> saturday() {
        return new LinkedHashMap<>(Map.of(
                "what",
                "Two technicians on Saturday, 8 to 17",
                "siteCode",
                "broad-street",
                "start",
                "2026-06-13T12:00:00Z",
                "minutes",
                540,
                "technicians",
                2,
                "travel",
                true));
    }

    private static Map<String, Object> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private static Response change(LawFirm firm, String quote, Map<String, Object> change) {
        return as(firm.tenant, "service-desk")
                .header("If-Match", firm.etag(quote))
                .body(CanonicalJson.text(change))
                .put(API + "/quotes/" + quote);
    }

    @Test
    void theEstimateOfASaturdayIsWhatTheSaturdayIsBilledAs() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        change(firm, quote, Map.of("lines", List.of(saturday())))
                .then()
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("lines[0].workType", equalTo("ONSITE"))
                .body("lines[0].amount.amount", equalTo("4200.00"))
                .body("lines[0].pieces.kind", contains("LABOUR", "TRAVEL"))
                .body("lines[0].pieces[0].band", equalTo("WEEKEND"))
                .body("lines[0].pieces[0].times", equalTo(2))
                .body("lines[0].pieces[0].clauses.id", contains("4.2"))
                .body(
                        "lines[0].pieces.arithmetic",
                        contains("2 × (540 min × 150.00/h × 1.5)", "2 × (travel fee 75.00)"))
                .body("estimateMinutes", equalTo(1080))
                .body("estimate.amount", equalTo("4200.00"))
                .body("estimateTax.amount", equalTo("372.75"))
                .body("estimateWithTax.amount", equalTo("4572.75"))
                .body("estimateComplete", equalTo(true))
                .body("cap.amount", equalTo("4200.00"))
                .body("capWithTax.amount", equalTo("4572.75"))
                .body("capBelowEstimate", nullValue());
        firm.send(quote).then().statusCode(200);
        firm.approve(quote).then().statusCode(200);
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("miguel"));
        assertEquals(
                List.of(
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN",
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
    }

    @Test
    void workIsEstimatedBeforeAnybodyQuotesIt() {
        LawFirm firm = firm().ruledExtra();
        String path = API + "/work-items/" + firm.workItem + "/estimates";
        String body = CanonicalJson.text(Map.of("lines", List.of(saturday())));
        as(firm.tenant, "technician")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .body("lines[0].workType", equalTo("ONSITE"))
                .body("lines[0].pieces.verdict", contains("EXTRA", "EXTRA"))
                .body("estimate.amount", equalTo("4200.00"))
                .body("complete", equalTo(true));
        as(firm.tenant, "technician")
                .body("{\"lines\":[{\"what\":\"An hour\",\"minutes\":0}]}")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.field", contains("lines[0].minutes"));
        as(TestTenants.fresh(), "technician").body(body).post(path).then().statusCode(404);
    }

    @Test
    void aCapBelowTheEstimateHasToBeConfirmed() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        Map<String, Object> below = Map.of("lines", List.of(saturday()), "cap", usd("4000.00"));
        change(firm, quote, below)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://remit.dev/problems/rule-broken"))
                .body("errors.field", contains("confirmCapBelowEstimate"));
        Map<String, Object> confirmed = new LinkedHashMap<>(below);
        confirmed.put("confirmCapBelowEstimate", true);
        change(firm, quote, confirmed)
                .then()
                .statusCode(200)
                .body("cap.amount", equalTo("4000.00"))
                .body("capBelowEstimate.confirmedBy", notNullValue())
                .body("capBelowEstimate.confirmedAt", notNullValue());
        change(firm, quote, Map.of("summary", "Move")).then().statusCode(200);
        change(firm, quote, Map.of("cap", usd("3999.99"))).then().statusCode(422);
        change(firm, quote, Map.of("cap", usd("4000.01"))).then().statusCode(200);
        firm.send(quote).then().statusCode(200).body("capBelowEstimate.confirmedBy", notNullValue());
        firm.askForMoreFor("100.00", List.of(saturday()), false).then().statusCode(409);
        firm.approve(quote).then().statusCode(200);
        firm.askForMoreFor("100.00", List.of(saturday()), false)
                .then()
                .statusCode(422)
                .body("errors.field", contains("confirmCapBelowEstimate"));
        firm.askForMoreFor("100.00", List.of(saturday()), true)
                .then()
                .statusCode(201)
                .body("estimate.amount", equalTo("4200.00"))
                .body("capBelowEstimate.confirmedBy", notNullValue());
    }

    @Test
    void aNewRulingRatesTheDesksLinesAgainAndTheCapIsToBeConfirmedBeforeItIsSent() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        Map<String, Object> friday = Map.of("what", "Friday", "start", "2026-06-12T20:30:00Z", "minutes", 180);
        change(firm, quote, Map.of("lines", List.of(friday), "cap", usd("600.00")))
                .then()
                .statusCode(200)
                .body("estimate.amount", equalTo("600.00"));
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "cases",
                List.of(
                        LawFirm.ofClause("INCLUDED", null, "when", Map.of("bands", List.of("AFTER_HOURS"))),
                        LawFirm.ofClause("EXTRA", "REQUIRED", "rank", 2L, "estimateMinutes", 60L)));
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("lines.what", contains("Friday"))
                .body("lines[0].pieces.verdict", contains("EXTRA", "INCLUDED"))
                .body("lines[0].pieces.amount.amount", contains("150.00", "0.00"))
                .body("lines[0].pieces.worth.amount", contains("150.00", "450.00"))
                .body("lines[0].pieces[1].held", equalTo("INCLUDED"))
                .body("estimate.amount", equalTo("150.00"))
                .body("cap.amount", equalTo("600.00"));
        change(firm, quote, Map.of("cap", usd("150.00"))).then().statusCode(200);
        firm.ruled("EXTRA");
        change(firm, quote, Map.of("summary", "Friday evening")).then().statusCode(200);
        firm.send(quote).then().statusCode(422).body("errors.field", contains("confirmCapBelowEstimate"));
        change(firm, quote, Map.of("confirmCapBelowEstimate", true)).then().statusCode(200);
        firm.send(quote).then().statusCode(200).body("estimate.amount", equalTo("600.00"));
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "cases",
                List.of(LawFirm.ofClause("EXTRA", "REQUIRED", "estimateMinutes", 60L, "workType", "REMOTE")));
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("status", equalTo("SENT"))
                .body("estimate.amount", equalTo("600.00"));
    }

    @Test
    void whatNobodyHasRuledOnOrPricesIsShownAndLeavesTheEstimateIncomplete() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "cases",
                List.of(LawFirm.ofClause("EXTRA", "REQUIRED", "when", Map.of("bands", List.of("BUSINESS")))));
        change(
                        firm,
                        quote,
                        Map.of(
                                "lines",
                                List.of(
                                        Map.of("what", "Any time", "minutes", 60),
                                        saturday(),
                                        Map.of("what", "A kind without a rate", "workType", "DIVING", "minutes", 60))))
                .then()
                .statusCode(200)
                .body("lines.complete", contains(true, false, false))
                .body("lines[1].pieces.verdict", contains("SILENT", "SILENT"))
                .body("lines[1].pieces.held", contains("SILENT", "SILENT"))
                .body("lines[1].amount", nullValue())
                .body("lines[2].pieces.held", contains("NO_RATE"))
                .body("estimateComplete", equalTo(false))
                .body("estimate.amount", equalTo("150.00"));
    }

    @Test
    void aPriceForTheWorkItemIsItsEstimateAndTheTimeIsInIt() {
        LawFirm firm = priced(Map.of("kind", "FIXED", "amount", "4500.00", "currency", "USD"));
        String quote = firm.initialQuote();
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("lines.minutes", contains(0))
                .body("lines[0].pieces.kind", contains("FIXED"))
                .body("lines[0].pieces.arithmetic", contains("fixed price 4500.00"))
                .body("estimate.amount", equalTo("4500.00"))
                .body("cap.amount", equalTo("4500.00"));
        change(firm, quote, Map.of("lines", List.of(saturday())))
                .then()
                .statusCode(200)
                .body("lines[0].pieces.held", hasItem("IN_PRICE"))
                .body("estimate.amount", equalTo("4500.00"))
                .body("estimateComplete", equalTo(true));
    }

    @Test
    void plannedUnitsAreChargedByTheAmountForEach() {
        LawFirm firm = priced(Map.of("kind", "PER_UNIT", "amount", "15.00", "currency", "USD", "unit", "device"));
        String quote = firm.initialQuote();
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + quote)
                .then()
                .body("lines[0].pieces.held", contains("AWAITING_COUNT"))
                .body("estimateComplete", equalTo(false));
        change(firm, quote, Map.of("lines", List.of(Map.of("what", "Twelve devices", "units", 12))))
                .then()
                .statusCode(200)
                .body("lines[0].pieces.kind", contains("PER_UNIT"))
                .body("lines[0].pieces.arithmetic", contains("12 × 15.00 a device"))
                .body("estimate.amount", equalTo("180.00"))
                .body("estimateComplete", equalTo(true));
    }

    private LawFirm priced(Map<String, Object> price) {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "cases",
                List.of(LawFirm.ofClause("EXTRA", "REQUIRED", "estimateMinutes", null, "price", price)));
        return firm;
    }

    @Test
    void whatWasShownIsKeptByItsHashAndDecidedOn() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.initialQuote();
        as(firm.tenant, "owner").get(API + "/quotes/" + quote + "/shown").then().statusCode(404);
        firm.sent("4000.00");
        byte[] shown = partner(firm.tenant)
                .get(API + "/quotes/" + quote + "/shown")
                .then()
                .statusCode(200)
                .body("schema", equalTo("remit-quote/1"))
                .body("lines[0].what", equalTo("Office moves"))
                .body("cap.amount", equalTo("4000.00"))
                .extract()
                .asByteArray();
        String hash = Sha256.hex(shown);
        partner(firm.tenant).get(API + "/quotes/" + quote).then().body("shownHash", equalTo(hash));
        approveAs(firm, quote, "0".repeat(64)).then().statusCode(412).body("errors.field", contains("shownHash"));
        approveAs(firm, quote, hash).then().statusCode(200).body("decision.shownHash", equalTo(hash));
    }

    private static Response approveAs(LawFirm firm, String quote, String hash) {
        return once(partner(firm.tenant))
                .body("{\"typedName\":\"Eleanor Whitfield\",\"shownHash\":\"" + hash + "\"}")
                .post(API + "/quotes/" + quote + "/approve");
    }

    @Test
    void recordedWorkIsShownAsItIsRated() {
        LawFirm firm = firm().ruledExtra();
        firm.approveNow(firm.sent("4000.00")).then().statusCode(200);
        firm.recorded(firm.saturday("dana"));
        List<String> further = as(firm.tenant, "owner")
                .get(API + "/quotes?ticketId=" + firm.ticket)
                .path("items.findAll { it.kind == 'FURTHER' }.id");
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + further.getFirst())
                .then()
                .body("lines.what", contains("Work of 2026-06-13 by Technician dana"))
                .body("lines[0].timeEntry.technician", equalTo("Technician dana"))
                .body("lines[0].pieces.arithmetic", contains("540 min × 150.00/h × 1.5", "travel fee 75.00"))
                .body("lines[0].pieces.clauses.id", contains(List.of("4.2"), List.of("4.2")))
                .body("estimate.amount", equalTo("2100.00"))
                .body("estimateComplete", equalTo(true));
        firm.recorded(firm.saturday("miguel"));
        as(firm.tenant, "owner")
                .get(API + "/quotes/" + further.getFirst())
                .then()
                .body("lines", hasSize(2))
                .body("cap.amount", equalTo("4200.00"));
    }
}
