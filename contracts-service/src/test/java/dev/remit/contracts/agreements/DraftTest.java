package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class DraftTest extends ContractsTest {
    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    @Test
    void draftIsReadAsItWasWritten() {
        String version = firm.draft(firm.agreement(), LawFirm.terms());

        Map<String, Object> terms = owner(tenant)
                .get(version)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("status", equalTo("DRAFT"))
                .body("terms.rateCard.hourly[0].rate", equalTo("150.00"))
                .body("terms.calendars.office-hours.weekly.MONDAY[0]", contains("08:30", "17:30"))
                .extract()
                .path("terms");
        owner(tenant)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(terms)
                .put(version)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"1."));
    }

    @Test
    void aVersionBeginsAndEndsWithinTenYearsOfToday() {
        String agreement = firm.agreement();
        for (String date : List.of("9999-12-31", "2062-06-30", "1900-01-01")) {
            refused(agreement, LawFirm.terms().with("/effectiveFrom", "\"" + date + "\""), "effectiveFrom");
        }
        refused(agreement, LawFirm.terms().with("/effectiveTo", "\"9999-12-31\""), "effectiveTo");
        LocalDate last = LocalDate.now(ZoneId.of("America/New_York")).plusYears(10);
        refused(agreement, LawFirm.terms().with("/effectiveFrom", "\"" + last.plusDays(1) + "\""), "effectiveFrom");
        firm.draft(
                agreement,
                LawFirm.terms()
                        .with("/effectiveFrom", "\"" + last.minusDays(2) + "\"")
                        .with("/effectiveTo", "\"" + last.minusDays(1) + "\""));
    }

    private void refused(String agreement, EditedTerms terms, String field) {
        once(owner(tenant), terms.json())
                .post(agreement + "/versions")
                .then()
                .statusCode(400)
                .body("errors.field", contains(field));
    }

    @Test
    void versionsAreNumbered() {
        String agreement = firm.agreement();
        for (int number = 1; number <= 3; number++) {
            once(owner(tenant), LawFirm.terms().json())
                    .post(agreement + "/versions")
                    .then()
                    .statusCode(201)
                    .header("Location", endsWith("/versions/" + number))
                    .body("version", equalTo(number));
        }
    }

    @Test
    void changeNeedsTheStateThatItChanges() {
        String version = firm.draft(firm.agreement(), LawFirm.terms());
        put(version, null).statusCode(428);
        put(version, "\"1\"").statusCode(200);
        put(version, "\"1\"").statusCode(412);
    }

    private ValidatableResponse put(String version, String ifMatch) {
        var request = owner(tenant)
                .contentType("application/json")
                .body(LawFirm.terms().with("/effectiveFrom", "\"2026-02-01\"").json());
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(version)
                .then();
    }

    static Stream<Arguments> malformed() {
        EditedTerms terms = LawFirm.terms();
        return Stream.of(
                Arguments.of("effectiveFrom", terms.without("/effectiveFrom")),
                Arguments.of("effectiveTo", terms.with("/effectiveTo", "\"2026-01-01\"")),
                Arguments.of("clauses[1].text", terms.with("/clauses/1/text", "\" \"")),
                Arguments.of("clauses[0].id", terms.with("/clauses/0/id", "\"§ 2\"")),
                Arguments.of("scopeRules[0]", terms.with("/scopeRules/0/item", "\"office-move\"")),
                Arguments.of("scopeRules[0].treatment", terms.with("/scopeRules/0/treatment", "\"MAYBE\"")),
                Arguments.of(
                        "scopeRules[0].includedVolume",
                        terms.with("/scopeRules/0/treatment", "\"EXCLUDED\"")
                                .with("/scopeRules/0/includedVolume", "{\"count\":2,\"period\":\"YEAR\"}")),
                Arguments.of(
                        "calendars.office-hours.zone",
                        terms.with("/calendars/office-hours/zone", "\"America/Gotham\"")),
                Arguments.of(
                        "calendars.office-hours.weekly.MONDAY[0]",
                        terms.with("/calendars/office-hours/weekly/MONDAY/0/1", "\"8:30\"")),
                Arguments.of(
                        "calendars.office-hours.weekly.MONDAY[0]",
                        terms.with("/calendars/office-hours/weekly/MONDAY/0/1", "\"08:30\"")),
                Arguments.of("serviceLevels[0].noTarget", terms.with("/serviceLevels/0/noTarget", "[\"RESPONSE\"]")),
                Arguments.of("serviceLevels[0].resolution.by", inDays(terms, "{\"businessDays\":2,\"by\":\"NOON\"}")),
                Arguments.of("serviceLevels[0].resolution.by", inDays(terms, "{\"businessDays\":2}")),
                Arguments.of(
                        "serviceLevels[0].resolution.businessDays",
                        inDays(terms, "{\"businessDays\":0,\"by\":\"CLOSE\"}")),
                Arguments.of(
                        "serviceLevels[0].resolution",
                        terms.with("/serviceLevels/0/resolution", "{\"businessDays\":2,\"by\":\"CLOSE\"}")),
                Arguments.of("serviceLevels[0].priority", terms.with("/serviceLevels/0/priority", "\"urgent\"")),
                Arguments.of("rateCard.currency", terms.with("/rateCard/currency", "\"XYZ\"")),
                Arguments.of("rateCard.hourly[0].rate", terms.with("/rateCard/hourly/0/rate", "\"150.005\"")),
                Arguments.of("rateCard.hourly[0].rate", terms.with("/rateCard/hourly/0/rate", "150")),
                Arguments.of(
                        "rateCard.hourly[1]",
                        terms.with("/rateCard/hourly/-", "{\"workType\":\"ONSITE\",\"rate\":\"160.00\"}")),
                Arguments.of("rateCard.travel.fee", terms.without("/rateCard/travel/fee")),
                Arguments.of("rateCard.surprise", terms.with("/rateCard/surprise", "true")));
    }

    private static EditedTerms inDays(EditedTerms terms, String target) {
        return terms.without("/serviceLevels/0/resolutionMinutes").with("/serviceLevels/0/resolution", target);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void malformedTermIsNamedByItsPath(String field, EditedTerms terms) {
        once(owner(tenant), terms.json())
                .post(firm.agreement() + "/versions")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void contractSilentOnOfficeMovesIsNotProposed() {
        String version = firm.draft(firm.agreement(), LawFirm.terms().without("/scopeRules/1"));
        String silence = "Nothing says how office-move (Office move) is treated.";

        owner(tenant)
                .get(version + "/lint")
                .then()
                .statusCode(200)
                .body("items[0].severity", equalTo("ERROR"))
                .body("items[0].code", equalTo("item-without-rule"))
                .body("items[0].text", equalTo(silence));
        once(owner(tenant))
                .post(version + "/propose")
                .then()
                .statusCode(422)
                .body("type", endsWith("/rule-broken"))
                .body("errors.message", contains(silence))
                .body("errors.field", contains("scopeRules"));
        owner(tenant).get(version).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void retiredItemNeedsNoRule() {
        owner(tenant)
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"name\":\"Office move\",\"category\":\"projects\",\"retired\":true}")
                .put(API + "/catalogue/items/office-move")
                .then()
                .statusCode(200);
        String version = firm.draft(firm.agreement(), LawFirm.terms().without("/scopeRules/1"));

        owner(tenant).get(version + "/lint").then().body("items.severity", not(hasItem("ERROR")));
        firm.propose(version);
    }
}
