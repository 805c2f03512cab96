package dev.remit.contracts.scopechecks;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.contracts.Neighbours;
import dev.remit.kit.testing.NeighbourFeed;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScopeCheckTest extends ContractsTest {
    private static final Map<String, ?> OFFICE_MOVES =
            Map.of("unit", "TICKET", "item", "office-move", "period", "YEAR", "from", "2026-01-01");

    private static final String FIRM = "whitfield-crane";
    private static final String JUNE = "2026-06-11";

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    @Test
    void officeMoveOnASaturdayIsExtraAndHasItsPrice() {
        firm.active();

        check(Map.of(
                        "clientCode",
                        FIRM,
                        "item",
                        "office-move",
                        "siteCode",
                        "broad-street",
                        "start",
                        "2026-06-13T12:00:00Z",
                        "minutes",
                        540,
                        "travel",
                        true))
                .statusCode(200)
                .body("on", equalTo("2026-06-13"))
                .body("verdict", equalTo("EXTRA"))
                .body("basis", equalTo("CHOSEN"))
                .body("clause.id", equalTo("4.2"))
                .body("clause.title", equalTo("Office moves"))
                .body("approvalRequired", equalTo(true))
                .body("agreement.version", equalTo(1))
                .body("agreement.documentHash", matchesPattern("[0-9a-f]{64}"))
                .body("agreement.signatories.name", contains("John Beacon", "Eleanor Whitfield"))
                .body("reasons.code", hasItem("RULE_APPLIES"))
                .body("price.hourlyRate.amount", equalTo("150.00"))
                .body("pieces.kind", contains("LABOUR", "TRAVEL"))
                .body("pieces.amount.amount", contains("2025.00", "75.00"))
                .body("pieces[0].band", equalTo("WEEKEND"))
                .body("pieces[0].arithmetic", equalTo("540 min × 150.00/h × 1.5"))
                .body("price.estimate.amount", equalTo("2100.00"))
                .body("price.estimateWithTax.amount", equalTo("2286.38"))
                .body("price.remarks", hasSize(0));
    }

    @Test
    void withoutAStartTheUsualTimeIsPricedAsBusinessHours() {
        firm.active();

        check(Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move"))
                .body("price.minutes", equalTo(1080))
                .body("pieces.band", contains("BUSINESS"))
                .body("price.estimate.amount", equalTo("2700.00"))
                .body("price.remarks", hasSize(2));
    }

    @Test
    void itSaysOnWhatGroundTheItemWasFound() {
        firm.active();

        check(Map.of("clientCode", FIRM, "on", JUNE, "title", "Please move us to the NEW SUITE"))
                .body("verdict", equalTo("EXTRA"))
                .body("item", equalTo("office-move"))
                .body("basis", equalTo("KEYWORDS"));
        check(Map.of("clientCode", FIRM, "on", JUNE, "type", "Service Request", "subtype", "Password"))
                .body("verdict", equalTo("INCLUDED"))
                .body("basis", equalTo("PSA_SUBTYPE"))
                .body("clause.id", equalTo("4.1"))
                .body("approvalRequired", equalTo(false))
                .body("price", nullValue());
    }

    /** Nothing is signed again for it. */
    @Test
    void aCodeOfThePsaThatIsRenamedIsRecognisedOnceTheCatalogueHasIt() {
        firm.active();
        Map<String, String> asked = Map.of("clientCode", FIRM, "on", JUNE, "type", "Projects", "subtype", "Relocation");
        check(asked).body("item", nullValue()).body("basis", equalTo("NONE"));

        owner(tenant)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(
                        "{\"name\":\"Office move\",\"category\":\"projects\",\"matchers\":{\"subtypes\":[\"Relocation\"]}}")
                .put(API + "/catalogue/items/office-move")
                .then()
                .statusCode(200);

        check(asked)
                .body("verdict", equalTo("EXTRA"))
                .body("item", equalTo("office-move"))
                .body("basis", equalTo("PSA_SUBTYPE"))
                .body("clause.id", equalTo("4.2"));
    }

    /** Clause 6.1 charges what is done outside the hours for work that clause 4.1 includes. */
    @Test
    void eachPieceOfTheWorkIsJudged() {
        firm.activate(
                        firm.signed(
                                firm.agreement(),
                                LawFirm.terms()
                                        .with(
                                                "/scopeRules/-",
                                                "{\"clause\":\"6.1\",\"category\":\"support\",\"treatment\":\"EXTRA\","
                                                        + "\"workType\":\"ONSITE\",\"when\":{\"bands\":[\"AFTER_HOURS\",\"WEEKEND\"]}}")))
                .statusCode(200);

        check(Map.of("clientCode", FIRM, "on", JUNE, "item", "password-reset"))
                .body("verdict", equalTo("INCLUDED"))
                .body("cases.clause.id", contains("6.1", "4.1"))
                .body("cases[0].when.bands", contains("WEEKEND", "AFTER_HOURS"))
                .body(
                        "reasons.text",
                        hasItem("Of work at the weekend or after hours, clause 6.1 (Rates) says EXTRA as ONSITE."))
                .body("price", nullValue());
        check(Map.of("clientCode", FIRM, "item", "password-reset", "start", "2026-06-12T20:30:00Z", "minutes", 180))
                .body("verdict", equalTo("INCLUDED"))
                .body("pieces.band", contains("BUSINESS", "AFTER_HOURS"))
                .body("pieces.verdict", contains("INCLUDED", "EXTRA"))
                .body("pieces.clauses.flatten().id", contains("4.1", "6.1"))
                .body("pieces.amount.amount", contains("0.00", "450.00"))
                .body("pieces.worth.amount", contains("150.00", "450.00"))
                .body("price.estimate.amount", equalTo("450.00"))
                .body("price.remarks", hasSize(0));
        check(Map.of("clientCode", FIRM, "item", "password-reset", "start", "2026-06-13T12:00:00Z", "minutes", 60))
                .body("verdict", equalTo("EXTRA"))
                .body("clause.id", equalTo("6.1"))
                .body("approvalRequired", equalTo(true))
                .body("price.estimate.amount", equalTo("225.00"));
    }

    @Test
    void silenceSaysWhy() {
        check(Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move"))
                .body("verdict", equalTo("SILENT"))
                .body("silentReason", equalTo("NO_AGREEMENT"))
                .body("agreement", nullValue());
        firm.active();
        check(Map.of("clientCode", FIRM, "on", "2025-12-31", "item", "office-move"))
                .body("silentReason", equalTo("NO_AGREEMENT"));
        check(Map.of("clientCode", FIRM, "on", JUNE, "title", "The coffee machine is broken"))
                .body("verdict", equalTo("SILENT"))
                .body("silentReason", equalTo("NOT_CATEGORISED"))
                .body("clause", nullValue());
        check(Map.of("clientCode", FIRM, "on", JUNE, "item", "coffee-machine"))
                .body("verdict", equalTo("SILENT"))
                .body("silentReason", equalTo("NO_CLAUSE"));
    }

    @Test
    void eachDateHasItsVersion() {
        String agreement = firm.agreement();
        firm.activate(firm.signed(agreement, LawFirm.terms())).statusCode(200);
        firm.activate(firm.signed(
                        agreement,
                        LawFirm.terms()
                                .with("/effectiveFrom", "\"2026-07-01\"")
                                .with("/scopeRules/1/treatment", "\"EXCLUDED\"")))
                .statusCode(200);

        check(Map.of("clientCode", FIRM, "on", "2026-06-30", "item", "office-move"))
                .body("agreement.version", equalTo(1))
                .body("verdict", equalTo("EXTRA"));
        check(Map.of("clientCode", FIRM, "on", "2026-07-01", "item", "office-move"))
                .body("agreement.version", equalTo(2))
                .body("verdict", equalTo("EXCLUDED"))
                .body("price", nullValue());
    }

    @Test
    void includedVolumeIsWhatRulingsHaveLeftOfIt() {
        activateWithTwoOfficeMovesAYear();
        String client =
                owner(tenant).get(API + "/clients/" + FIRM).then().extract().path("id");
        tellUsed(Neighbours.TICKETS, tenant, client, OFFICE_MOVES, 2);
        await().untilAsserted(() -> check(Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move"))
                .body("verdict", equalTo("EXTRA"))
                .body("includedVolume.used", equalTo(2)));
        check(Map.of("clientCode", FIRM, "on", "2027-06-11", "item", "office-move"))
                .body("verdict", equalTo("INCLUDED"))
                .body("includedVolume.used", equalTo(0));
        check(Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move", "used", 0))
                .body("verdict", equalTo("INCLUDED"));

        tellUsed(Neighbours.TICKETS, UUID.randomUUID(), client, OFFICE_MOVES, 0);
        tellUsed(Neighbours.TICKETS, tenant, client, OFFICE_MOVES, 1);
        await().untilAsserted(() -> check(Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move"))
                .body("verdict", equalTo("INCLUDED"))
                .body("includedVolume.used", equalTo(1)));
    }

    private static void tellUsed(NeighbourFeed neighbour, UUID tenant, String client, Map<String, ?> volume, int used) {
        neighbour.publish("IncludedVolumeUsed", tenant, Map.of("clientId", client, "volume", volume, "used", used));
    }

    private void activateWithTwoOfficeMovesAYear() {
        activateWithIncluded("{\"count\":2,\"period\":\"YEAR\"}");
    }

    private void activateWithIncluded(String officeMoves) {
        String version =
                firm.signed(firm.agreement(), LawFirm.terms().with("/scopeRules/1/includedVolume", officeMoves));
        firm.activate(version).statusCode(200);
    }

    /** Of a visit that takes three hours, the hour that is left is included. */
    @Test
    void plannedWorkIsDividedWhereIncludedHoursAreUsedUp() {
        activateWithIncluded("{\"count\":4,\"unit\":\"HOUR\",\"period\":\"MONTH\"}");
        String client =
                owner(tenant).get(API + "/clients/" + FIRM).then().extract().path("id");
        Map<String, ?> asked = Map.of(
                "clientCode",
                FIRM,
                "item",
                "office-move",
                "start",
                JUNE + "T14:00:00Z",
                "minutes",
                180,
                "workType",
                "ONSITE");
        check(asked).body("verdict", equalTo("INCLUDED")).body("pieces.verdict", contains("INCLUDED"));

        Map<String, ?> hours =
                Map.of("unit", "HOUR", "item", "office-move", "period", "MONTH", "from", JUNE.substring(0, 8) + "01");
        tellUsed(Neighbours.BILLING, tenant, client, hours, 3 * 3600);
        await().untilAsserted(() -> check(asked)
                .body("verdict", equalTo("INCLUDED"))
                .body("includedVolume.unit", equalTo("HOUR"))
                .body("includedVolume.count", equalTo(4))
                .body("includedVolume.usedMinutes", equalTo(180))
                .body("pieces.minutes", contains(60, 120))
                .body("pieces.verdict", contains("INCLUDED", "EXTRA"))
                .body("pieces.beyondVolume", contains(null, true))
                .body("price.estimate.amount", equalTo("300.00")));

        tellUsed(Neighbours.BILLING, tenant, client, hours, 5 * 3600);
        await().untilAsserted(() -> check(asked)
                .body("verdict", equalTo("EXTRA"))
                .body("approvalRequired", equalTo(true))
                .body(
                        "reasons.text",
                        hasItem("All 4 hours included since " + JUNE.substring(0, 8)
                                + "01 are used up (5 hours before)."))
                .body("pieces.verdict", contains("EXTRA"))
                .body("price.estimate.amount", equalTo("450.00")));
    }

    @Test
    void aVisitIsIncludedWhileOneIsLeft() {
        activateWithIncluded("{\"count\":1,\"unit\":\"VISIT\",\"period\":\"QUARTER\",\"of\":\"CATEGORY\"}");
        Map<String, Object> asked = new HashMap<>(Map.of(
                "clientCode",
                FIRM,
                "item",
                "office-move",
                "start",
                JUNE + "T14:00:00Z",
                "minutes",
                60,
                "workType",
                "ONSITE"));
        asked.put("used", 0);
        check(asked)
                .body("verdict", equalTo("INCLUDED"))
                .body("includedVolume.unit", equalTo("VISIT"))
                .body("pieces.verdict", contains("INCLUDED"));
        asked.put("used", 1);
        check(asked)
                .body("verdict", equalTo("EXTRA"))
                .body("includedVolume.used", equalTo(1))
                .body("pieces.verdict", contains("EXTRA"));
    }

    @Test
    void includedVolumeIsWhatTheCallerSaysThatIsLeftOfIt() {
        activateWithTwoOfficeMovesAYear();

        check(Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move", "used", 1))
                .body("verdict", equalTo("INCLUDED"))
                .body("includedVolume.count", equalTo(2))
                .body("includedVolume.since", equalTo("2026-01-01"))
                .body("includedVolume.used", equalTo(1));
        check(Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move", "used", 2))
                .body("verdict", equalTo("EXTRA"))
                .body("price.hourlyRate.amount", equalTo("150.00"));
    }

    @Test
    void unknownClientAndSiteAreNamed() {
        check(Map.of("clientCode", "nobody", "item", "office-move")).statusCode(404);
        check(Map.of("clientCode", FIRM, "siteCode", "wall-street"))
                .statusCode(400)
                .body("errors.field", contains("siteCode"));
        check(Map.of("clientCode", FIRM, "minutes", 0)).statusCode(400).body("errors.field", contains("minutes"));
        check(Map.of("item", "office-move")).statusCode(400).body("errors.field", contains("clientCode"));
    }

    @Test
    void aDateThatNothingCanBeComputedForIsRefusedByName() {
        firm.active();
        for (String start : List.of("9999-12-31T00:00:00Z", "9999-12-30T00:00:00Z", "9000-01-01T00:00:00Z")) {
            check(Map.of("clientCode", FIRM, "item", "office-move", "minutes", 1, "start", start))
                    .statusCode(400)
                    .body("errors.field", contains("start"));
        }
        check(Map.of("clientCode", FIRM, "item", "office-move", "minutes", 1, "start", "0999-01-01T00:00:00Z"))
                .statusCode(400)
                .body("errors.field", contains("start"));
        check(Map.of("clientCode", FIRM, "item", "office-move", "minutes", 1, "on", "9999-12-31"))
                .statusCode(400)
                .body("errors.field", contains("on"));
        check(Map.of(
                        "clientCode",
                        FIRM,
                        "on",
                        JUNE,
                        "item",
                        "office-move",
                        "minutes",
                        525_600,
                        "start",
                        "8998-12-29T00:00:00Z"))
                .statusCode(200);
    }

    @Test
    void approverAsksForTheirOwnClientAlone() {
        firm.active();
        Map<String, String> question = Map.of("clientCode", FIRM, "on", JUNE, "item", "office-move");
        check(partner(tenant), question).statusCode(200).body("verdict", equalTo("EXTRA"));
        check(approver(tenant, "thames-dental", "priya"), question).statusCode(403);
    }

    private ValidatableResponse check(Map<String, ?> question) {
        return check(as(tenant, "technician"), question);
    }

    private static ValidatableResponse check(RequestSpecification caller, Map<String, ?> question) {
        return caller.contentType("application/json")
                .body(question)
                .post(API + "/scope-checks")
                .then();
    }
}
