package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A back-up add-on, a project's statement of work and a site's own hours beside the law firm's master. */
@QuarkusTest
class AddendaTest extends ContractsTest {
    private static final String MOVE_FOR_90 = """
            {"effectiveFrom":"2026-02-01",
             "clauses":[{"id":"1.1","title":"The move","text":"The move to Pearl Street is charged at 90.00 an hour."}],
             "scopeRules":[{"clause":"1.1","category":"projects","treatment":"EXTRA","workType":"ONSITE",
               "estimateMinutes":480,"approval":"REQUIRED"}],
             "rateCard":{"clause":"1.1","currency":"USD","hourly":[{"workType":"ONSITE","rate":"90.00"}],
               "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1","WEEKEND":"1","HOLIDAY":"1"},
               "minimumMinutes":0,"incrementMinutes":15,"roundingMode":"UP"}}
            """;

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);
    private String master;

    @BeforeEach
    void masterIsInForce() {
        firm.inCatalogue();
        master = firm.agreement();
        firm.active(master, LawFirm.terms());
    }

    private static String id(String path) {
        return path.replaceFirst(".*/agreements/", "");
    }

    private ValidatableResponse begin(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("clientCode", "whitfield-crane", "title", "Move"));
        body.putAll(more);
        return once(owner(tenant), body).post(API + "/agreements").then();
    }

    private String addendum(String title) {
        return begin(Map.of("title", title, "kind", "ADDENDUM", "masterId", id(master)))
                .statusCode(201)
                .body("kind", equalTo("ADDENDUM"))
                .body("masterId", equalTo(id(master)))
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static EditedTerms rule(String rule) {
        return new EditedTerms("""
                {"effectiveFrom":"2026-02-01","clauses":[{"id":"1.1","title":"Add-on","text":"As the rule has it."}],
                 "scopeRules":[%s]}
                """.formatted(rule));
    }

    private ValidatableResponse check(Object... members) {
        Map<String, Object> question = new HashMap<>(Map.of("clientCode", "whitfield-crane"));
        for (int i = 0; i < members.length; i += 2) {
            question.put(members[i].toString(), members[i + 1]);
        }
        return owner(tenant)
                .contentType("application/json")
                .body(question)
                .post(API + "/scope-checks")
                .then()
                .statusCode(200);
    }

    @Test
    void anAddendumNamesAMasterOfTheClient() {
        begin(Map.of()).statusCode(201).body("kind", equalTo("MASTER")).body("masterId", nullValue());
        begin(Map.of("kind", "ADDENDUM")).statusCode(400).body("errors.field", contains("masterId"));
        begin(Map.of("masterId", id(master))).statusCode(400).body("errors.field", contains("masterId"));
        begin(Map.of("kind", "ADDENDUM", "masterId", UUID.randomUUID()))
                .statusCode(400)
                .body("errors.field", contains("masterId"));
        begin(Map.of("kind", "ADDENDUM", "masterId", id(addendum("Move"))))
                .statusCode(400)
                .body("errors.field", contains("masterId"));
    }

    @Test
    void theAddendumGoesFirstAndHasItsOwnPrice() {
        check("on", "2026-06-11", "item", "office-move", "minutes", 60)
                .body("inForce.kind", contains("MASTER"))
                .body("price.estimate.amount", equalTo("150.00"));
        firm.active(addendum("Move to Pearl Street"), new EditedTerms(MOVE_FOR_90));

        check("on", "2026-06-11", "item", "office-move", "minutes", 60)
                .body("verdict", equalTo("EXTRA"))
                .body("clause.id", equalTo("1.1"))
                .body("agreement.kind", equalTo("ADDENDUM"))
                .body("agreement.title", equalTo("Move to Pearl Street"))
                .body("inForce.kind", contains("MASTER", "ADDENDUM"))
                .body("cases.agreement.title", contains("Move to Pearl Street"))
                .body(
                        "reasons.text",
                        hasItem(
                                "Clause 1.1 (The move) of version 1 of the addendum \"Move to Pearl Street\" applies: its"
                                        + " rule for category projects says EXTRA as ONSITE, with approval."))
                .body("price.hourlyRate.amount", equalTo("90.00"))
                .body("price.estimate.amount", equalTo("90.00"));
        check("on", "2026-01-31", "item", "office-move").body("agreement.kind", equalTo("MASTER"));
        check("on", "2026-06-11", "item", "password-reset")
                .body("clause.id", equalTo("4.1"))
                .body("agreement.kind", equalTo("MASTER"));
    }

    @Test
    void aSiteHasHoursOfItsOwn() {
        String always = "[[\"00:00\",\"24:00\"]]";
        StringBuilder weekly = new StringBuilder();
        for (String day : "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split(" ")) {
            weekly.append(weekly.isEmpty() ? "" : ",").append("\"" + day + "\":" + always);
        }
        firm.active(
                addendum("Broad Street around the clock"),
                rule("{\"clause\":\"1.1\",\"item\":\"office-move\",\"treatment\":\"EXTRA\",\"workType\":\"ONSITE\","
                                + "\"when\":{\"sites\":[\"broad-street\"]}}")
                        .with("/calendars", "{\"always\":{\"zone\":\"America/New_York\",\"weekly\":{" + weekly + "}}}")
                        .with("/coverage", "{\"clause\":\"1.1\",\"calendar\":\"always\"}"));

        String saturday = "2026-06-13T12:00:00Z";
        check("start", saturday, "item", "office-move", "siteCode", "broad-street", "minutes", 60)
                .body("pieces.band", contains("BUSINESS"))
                .body("price.estimate.amount", equalTo("150.00"));
        check("start", saturday, "item", "office-move", "minutes", 60)
                .body("pieces.band", contains("WEEKEND"))
                .body("price.estimate.amount", equalTo("225.00"));
    }

    @Test
    void addendaThatDisagreeCannotBothBeProposed() {
        firm.active(
                addendum("Back-up"),
                rule("{\"clause\":\"1.1\",\"item\":\"password-reset\",\"treatment\":\"EXCLUDED\"}"));
        String second = firm.draft(
                addendum("Other"), rule("{\"clause\":\"1.1\",\"item\":\"password-reset\",\"treatment\":\"INCLUDED\"}"));

        owner(tenant)
                .get(second + "/lint")
                .then()
                .body("items.code", hasItem("contradicting-rules"))
                .body("items.text", hasItem(containsString("clause 1.1 of version 1 of the addendum \"Back-up\"")));
        once(owner(tenant)).post(second + "/propose").then().statusCode(422);
    }

    @Test
    void endingTheMasterEndsItsAddenda() {
        String move = addendum("Move");
        String version = firm.active(move, new EditedTerms(MOVE_FOR_90));
        LocalDate end = LawFirm.today().plusDays(10);

        once(owner(tenant), Map.of("effectiveTo", end.toString(), "reason", "The client moves to another provider."))
                .post(master + "/versions/1/terminate")
                .then()
                .statusCode(200)
                .body("endsWithIt.title", contains("Move"))
                .body("endsWithIt.agreementId", contains(id(move)))
                .body("endsWithIt.effectiveTo", contains(end.toString()));
        owner(tenant)
                .get(version)
                .then()
                .body("status", equalTo("IN_FORCE"))
                .body("effectiveTo", equalTo(end.toString()));
        owner(tenant)
                .get(API + "/agreements?inForceOn=" + end.minusDays(1))
                .then()
                .body("items.kind", containsInAnyOrder("MASTER", "ADDENDUM"));
        owner(tenant)
                .get(API + "/agreements?kind=ADDENDUM&inForceOn=" + end.minusDays(1))
                .then()
                .body("items.title", contains("Move"));
        owner(tenant).get(API + "/agreements?inForceOn=" + end).then().body("items", empty());
    }

    @Test
    void anAddendumOutsideItsMastersTimeIsRefused() {
        String early =
                firm.draft(addendum("Move"), new EditedTerms(MOVE_FOR_90).with("/effectiveFrom", "\"2025-12-01\""));

        owner(tenant).get(early + "/lint").then().body("items.code", hasItem("master-not-in-force"));
        once(owner(tenant)).post(early + "/propose").then().statusCode(422);
    }

    @Test
    void theTemplateCanBeSignedAsItStandsAndThePageNamesTheMaster() {
        String version = firm.copy(addendum("Move"), "project-addendum");

        owner(tenant).get(version + "/lint").then().body("items.findAll { it.severity == 'ERROR' }", empty());
        owner(tenant)
                .accept("text/html")
                .get(version + "/reading-copy")
                .then()
                .statusCode(200)
                .body(containsString("This is an addendum to “Managed IT services”."));
        firm.signByBoth(version, firm.propose(version));
        firm.activate(version).statusCode(200);
    }
}
