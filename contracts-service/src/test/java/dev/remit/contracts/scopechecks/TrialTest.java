package dev.remit.contracts.scopechecks;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version is tried before anybody signs it. */
@QuarkusTest
class TrialTest extends ContractsTest {
    private static final Map<String, Object> SATURDAY = Map.of(
            "clientCode",
            "whitfield-crane",
            "item",
            "office-move",
            "siteCode",
            "broad-street",
            "start",
            "2026-06-13T12:00:00Z",
            "minutes",
            540);
    private static final String CASES = """
            {"examples": [
              {"title": "A Saturday", "work": {"workType": "ONSITE", "site": "broad-street",
               "from": "2026-06-20T08:00", "to": "2026-06-20T17:00", "technicians": 2, "travel": true}},
              {"title": "A P3", "target": {"priority": "P3", "ticketClass": "REQUEST", "clock": "RESPONSE", "site": "broad-street",
               "from": "2026-06-05T16:30"}},
              {"title": "Too cheap", "work": {"workType": "ONSITE", "site": "broad-street",
               "from": "2026-06-22T09:00", "to": "2026-06-22T10:00", "amount": "1.00"}},
              {"title": "Nothing", "target": {"priority": "P3", "ticketClass": "REQUEST", "clock": "PLAN", "from": "2026-06-05T16:30"}}]}
            """;

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    private static EditedTerms dearer() {
        return LawFirm.terms().with("/rateCard/hourly/0/rate", "\"200.00\"");
    }

    private static ValidatableResponse ask(RequestSpecification caller, String address, Object body) {
        return caller.contentType("application/json").body(body).post(address).then();
    }

    private ValidatableResponse tried(String version, Map<String, ?> question) {
        return ask(as(tenant, "service-desk"), version + "/scope-checks", question);
    }

    @Test
    void draftIsAskedInThePlaceOfWhatIsInForce() {
        firm.active();
        String draft = firm.draft(firm.agreement(), dearer());
        tried(draft, SATURDAY)
                .statusCode(200)
                .body("on", equalTo("2026-06-13"))
                .body("verdict", equalTo("EXTRA"))
                .body("clause.id", equalTo("4.2"))
                .body("agreement.signatories", hasSize(0))
                .body("price.hourlyRate.amount", equalTo("200.00"))
                .body("price.estimate.amount", equalTo("2700.00"));
        ask(as(tenant, "service-desk"), API + "/scope-checks", SATURDAY)
                .body("price.hourlyRate.amount", equalTo("150.00"));
    }

    @Test
    void answerIsThatOfAScopeCheckOnceItIsInForce() {
        String agreement = firm.agreement();
        String version = firm.active(agreement, LawFirm.terms());
        String tried = tried(version, SATURDAY).statusCode(200).extract().asString();
        String asked = ask(as(tenant, "service-desk"), API + "/scope-checks", SATURDAY)
                .extract()
                .asString();
        assertEquals(asked, tried);
    }

    @Test
    void dateIsTheFirstUnlessItIsAskedFor() {
        String draft = firm.draft(firm.agreement(), LawFirm.terms().with("/effectiveFrom", "\"2027-01-01\""));
        Map<String, String> question = Map.of("clientCode", "whitfield-crane", "item", "office-move");
        tried(draft, question).statusCode(200).body("on", equalTo("2027-01-01"));
        tried(draft, Map.of("clientCode", "whitfield-crane", "item", "office-move", "on", "2027-03-04"))
                .body("on", equalTo("2027-03-04"));
        tried(draft, Map.of("clientCode", "whitfield-crane", "item", "office-move", "on", "2026-12-31"))
                .statusCode(400)
                .body("errors[0].field", equalTo("on"));
        tried(draft, Map.of("clientCode", "thames-dental"))
                .statusCode(400)
                .body("errors[0].field", equalTo("clientCode"));
    }

    @Test
    void addendumIsAskedBesideItsMaster() {
        String master = firm.agreement();
        String addendum = once(
                        owner(tenant),
                        Map.of(
                                "clientCode",
                                "whitfield-crane",
                                "title",
                                "Office move",
                                "kind",
                                "ADDENDUM",
                                "masterId",
                                master.substring(master.lastIndexOf('/') + 1)))
                .post(API + "/agreements")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
        String draft = firm.draft(addendum, new EditedTerms("""
                {"effectiveFrom": "2026-06-01",
                 "clauses": [{"id": "A1", "title": "The move", "text": "The move of June is in the fee."}],
                 "scopeRules": [{"clause": "A1", "item": "office-move", "treatment": "INCLUDED"}]}
                """));
        tried(draft, SATURDAY).statusCode(409);
        ask(owner(tenant), draft + "/examples", CASES).statusCode(409);

        firm.active(master, LawFirm.terms());
        tried(draft, SATURDAY)
                .statusCode(200)
                .body("verdict", equalTo("INCLUDED"))
                .body("clause.id", equalTo("A1"))
                .body("inForce", hasSize(2));
        ask(owner(tenant), draft + "/examples", CASES)
                .statusCode(200)
                .body("examples[1].due", equalTo("2026-06-08T11:30"));
    }

    @Test
    void examplesAreAnswered() {
        String draft = firm.draft(firm.agreement(), LawFirm.terms());
        ask(as(tenant, "service-desk"), draft + "/examples", CASES)
                .statusCode(200)
                .body("examples.title", contains("A Saturday", "A P3", "Too cheap", "Nothing"))
                .body("examples[0].amount.amount", equalTo("4200.00"))
                .body("examples[0].amount.currency", equalTo("USD"))
                .body("examples[0].lines.arithmetic.flatten()[0]", equalTo("540 min × 150.00/h × 1.5"))
                .body("examples[0].fault", nullValue())
                .body("examples[1].due", equalTo("2026-06-08T11:30"))
                .body("examples[1].dueAt", equalTo("2026-06-08T15:30:00Z"))
                .body("examples[2].amount.amount", equalTo("150.00"))
                .body("examples[2].fault", equalTo("It comes out as 150.00, not as 1.00."))
                .body("examples[3].fault", containsString("no target for PLAN of P3"));
    }

    @Test
    void allCasesOfARequestShareOneBudgetOfSteps() {
        String draft = firm.draft(firm.agreement(), LawFirm.terms());
        String decade = """
                {"title": "A decade", "work": {"workType": "ONSITE", "site": "broad-street",
                 "from": "2026-06-20T08:00", "to": "2036-06-17T08:00", "technicians": 100}}""";
        ask(owner(tenant), draft + "/examples", "{\"examples\": [" + decade + "]}")
                .statusCode(200);
        ask(
                        owner(tenant),
                        draft + "/examples",
                        "{\"examples\": [" + String.join(",", Collections.nCopies(50, decade)) + "]}")
                .statusCode(400)
                .body("type", endsWith("/validation"))
                .body("errors[0].field", startsWith("examples["))
                .body("errors[0].message", containsString("80000000 calendar steps"));
    }

    @Test
    void termsStateWhatTheirExamplesComeTo() {
        once(
                        owner(tenant),
                        LawFirm.terms()
                                .with(
                                        "/examples",
                                        "[{\"title\": \"A P2\", \"target\": {\"priority\": \"P2\","
                                                + " \"clock\": \"RESPONSE\", \"from\": \"2026-06-05T16:30\"}}]")
                                .json())
                .post(firm.agreement() + "/versions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("examples[0].target.due"));
    }

    @Test
    void approverTriesWhatTheyMaySee() {
        String version = firm.draft(firm.agreement(), LawFirm.terms());
        ask(partner(tenant), version + "/scope-checks", SATURDAY).statusCode(404);
        ask(partner(tenant), version + "/examples", CASES).statusCode(404);
        firm.propose(version);
        ask(partner(tenant), version + "/scope-checks", SATURDAY)
                .statusCode(200)
                .body("verdict", equalTo("EXTRA"));
        ask(partner(tenant), version + "/examples", CASES).statusCode(200);
    }

    @Test
    void draftThatHoldsNotTogetherIsRefused() {
        String draft = firm.draft(
                firm.agreement(),
                LawFirm.terms()
                        .with("/rateCard/bandCalendar", "\"nights\"")
                        .with("/coverage/calendar", "\"nights\"")
                        .with("/serviceLevels/0/calendar", "\"nights\""));
        tried(draft, SATURDAY).statusCode(422).body("type", endsWith("/rule-broken"));
        ask(owner(tenant), draft + "/examples", CASES).statusCode(200);
        String empty = firm.draft(firm.agreement(), new EditedTerms("{\"effectiveFrom\": \"2026-01-01\"}"));
        tried(empty, SATURDAY).statusCode(200).body("verdict", equalTo("SILENT"));
        String unknown = firm.draft(firm.agreement(), LawFirm.terms().with("/scopeRules/1/clause", "\"99\""));
        tried(unknown, SATURDAY).statusCode(422);
    }
}
