package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts that begin with something, what differs between versions, and terms as files. */
@QuarkusTest
class CopyTest extends ContractsTest {
    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @BeforeEach
    void catalogue() {
        firm.inCatalogue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"break-fix", "weekday", "around-the-clock", "project"})
    void aTemplateCanBeSignedAsItStands(String template) {
        owner(tenant)
                .get(API + "/agreement-templates")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(template))
                .body("items.find { it.code == '" + template + "' }.terms.clauses.id", not(empty()));
        String version = firm.copy(firm.agreement(), template);
        owner(tenant)
                .get(version)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("from.template", equalTo(template))
                .body("effectiveFrom", equalTo(LawFirm.today().toString()));
        owner(tenant).get(version + "/lint").then().body("items.findAll { it.severity == 'ERROR' }", empty());
        owner(tenant)
                .get(version + "/deviations")
                .then()
                .statusCode(200)
                .body("from.template", equalTo(template))
                .body("items", empty());
        firm.signByBoth(version, firm.propose(version));
        firm.activate(version).statusCode(200);
    }

    @Test
    void ratesOfATemplateAreInTheClientsCurrency() {
        once(
                        owner(tenant),
                        "{\"code\":\"thames-dental\",\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}")
                .post(API + "/clients")
                .then()
                .statusCode(201);
        owner(tenant)
                .get(firm.copy(agreementWith("thames-dental"), "weekday"))
                .then()
                .body("terms.rateCard.currency", equalTo("GBP"));
    }

    private String agreementWith(String client) {
        return once(owner(tenant), Map.of("clientCode", client, "title", "Managed IT services"))
                .post(API + "/agreements")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void deviationsFromATemplateAreShown() {
        String version = firm.copy(firm.agreement(), "weekday");
        EditedTerms terms = new EditedTerms(
                        owner(tenant).get(version + "/terms").asString())
                .with("/rateCard/hourly/1/rate", "\"180.00\"")
                .with("/clauses/2/text", "\"Support is included, but for printers.\"");
        owner(tenant)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(terms.json())
                .put(version)
                .then()
                .statusCode(200);
        owner(tenant)
                .get(version + "/deviations")
                .then()
                .body("items.subject", contains("Clause 4.1 (Included)", "Hourly rate of ONSITE"))
                .body("items[1].text", equalTo("Hourly rate of ONSITE: rate was 150.00, is now 180.00."));
    }

    @Test
    void aVersionIsCopiedIntoTheSameAgreementAndIntoAnothers() {
        String agreement = firm.agreement();
        String first = firm.active(
                agreement,
                LawFirm.terms()
                        .with(
                                "/parties",
                                "{\"msp\":{\"name\":\"Beacon IT\"},\"client\":{\"name\":\"Whitfield & Crane\"}}"));
        Map<String, Object> from = Map.of("agreementId", id(agreement), "version", 1);
        String begin = LawFirm.today().plusMonths(1).toString();
        copy(agreement, from, begin).statusCode(201).body("version", equalTo(2)).body("from.version", equalTo(1));
        owner(tenant)
                .get(agreement + "/versions/2/difference")
                .then()
                .body("from.version", equalTo(1))
                .body("items.text", contains("Effective from was 2026-01-01, is now " + begin + "."));
        owner(tenant).get(first + "/difference").then().statusCode(400).body("errors.field", contains("from"));

        once(
                        owner(tenant),
                        "{\"code\":\"thames-dental\",\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}")
                .post(API + "/clients")
                .then()
                .statusCode(201);
        String other = agreementWith("thames-dental");
        copy(other, from, begin)
                .statusCode(201)
                .body("version", equalTo(1))
                .body("from.agreementId", equalTo(id(agreement)));
        owner(tenant)
                .get(other + "/versions/1/difference?from=1&fromAgreement=" + id(agreement))
                .then()
                .body("items.member", contains("effectiveFrom", "parties.client.name"));
        owner(tenant)
                .get(other + "/versions/1")
                .then()
                .body("terms.parties.msp.name", equalTo("Beacon IT"))
                .body("terms.parties.client", nullValue());
        copy(agreement, Map.of("agreementId", UUID.randomUUID(), "version", 1), begin)
                .statusCode(404);
        copy(agreement, Map.of("template", "nothing"), begin)
                .statusCode(400)
                .body("errors.field", contains("from.template"));
        copy(agreement, Map.of("template", "weekday", "version", 1), begin).statusCode(400);
    }

    @Test
    void anAmendmentBindsNobodyForLonger() {
        String agreement = firm.agreement();
        EditedTerms bound = LawFirm.terms()
                .with(
                        "/term",
                        "{\"clause\":\"2.1\",\"initialTermMonths\":12,\"renewal\":"
                                + "{\"mode\":\"AUTOMATIC\",\"months\":12,\"noticeDays\":90}}");
        String first = firm.active(agreement, bound);
        owner(tenant).get(first + "/lint").then().body("items.code", not(hasItem("binds-for-longer")));
        String begin = LawFirm.today().plusMonths(1).toString();
        copy(agreement, Map.of("agreementId", id(agreement), "version", 1), begin)
                .statusCode(201)
                .body("terms.term.initialTermFrom", equalTo("2026-01-01"));
        String second = agreement + "/versions/2";
        owner(tenant).get(second + "/deviations").then().body("items", empty());
        owner(tenant)
                .get(second + "/difference")
                .then()
                .body("items.text", hasItem("Term initial term from is new: 2026-01-01."));
        owner(tenant).get(second + "/lint").then().body("items.code", not(hasItem("binds-for-longer")));

        LocalDate from = LocalDate.parse(begin);
        String anew = firm.draft(
                agreement, bound.with("/effectiveFrom", "\"" + from + "\"").with("/term/initialTermMonths", "24"));
        owner(tenant)
                .get(anew + "/lint")
                .then()
                .body(
                        "items.find { it.code == 'binds-for-longer' }.text",
                        equalTo("It binds the parties until " + from.plusMonths(24)
                                + ", and the version before it until "
                                + LocalDate.of(from.getYear() + 1, 1, 1) + ". If that is not what they mean, say from"
                                + " which date the initial term counts."));

        once(
                        owner(tenant),
                        "{\"code\":\"thames-dental\",\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}")
                .post(API + "/clients")
                .then()
                .statusCode(201);
        copy(agreementWith("thames-dental"), Map.of("agreementId", id(agreement), "version", 2), begin)
                .statusCode(201)
                .body("terms.term.initialTermMonths", equalTo(12))
                .body("terms.term.initialTermFrom", nullValue());
    }

    @Test
    void whatWasAmendedIsSaidInWords() {
        String agreement = firm.agreement();
        firm.draft(agreement, LawFirm.terms());
        String second = firm.draft(
                agreement,
                LawFirm.terms()
                        .with("/scopeRules/1/treatment", "\"INCLUDED\"")
                        .with("/serviceLevels/0/responseMinutes", "60")
                        .with("/rateCard/multipliers/WEEKEND", "\"2\"")
                        .without("/rateCard/travel"));
        assertEquals("""
                Rule for item office-move: treatment was EXTRA, is now INCLUDED.
                Service level P3 REQUEST: response minutes was 240, is now 60.
                Rate card multipliers WEEKEND was 1.5, is now 2.
                Rate card travel fee is gone; it was 75.00.
                Rate card travel kind is gone; it was FLAT.
                """, owner(tenant).get(second + "/difference.txt").asString());
        owner(tenant).get(second + "/difference?from=2").then().statusCode(200).body("items", empty());
        partner(tenant).get(second + "/difference").then().statusCode(404);
    }

    @Test
    void termsAreExportedAsAFileThatADraftTakesUnchanged() {
        String agreement = firm.agreement();
        String version = firm.active(agreement, LawFirm.terms());
        String file = partner(tenant)
                .get(version + "/terms")
                .then()
                .statusCode(200)
                .body("clauses.id", hasItems("2.1", "6.1"))
                .extract()
                .asString();
        String again = firm.draft(agreement, new EditedTerms(file));
        assertEquals(file, owner(tenant).get(again + "/terms").asString());
        owner(tenant).get(again + "/difference").then().body("items", empty());
    }

    @Test
    void aDraftIsDeletedAndItsNumberStaysTaken() {
        String agreement = firm.agreement();
        String draft = firm.draft(agreement, LawFirm.terms());
        delete(draft, null).statusCode(428);
        delete(draft, "\"7\"").statusCode(412);
        delete(draft, "\"1\"").statusCode(204);
        owner(tenant).get(draft).then().statusCode(404);
        delete(draft, "*").statusCode(404);
        owner(tenant).get(agreement).then().body("versions", empty());
        String second = firm.draft(agreement, LawFirm.terms());
        owner(tenant).get(second).then().body("version", equalTo(2)).body("from", nullValue());
        owner(tenant)
                .get(second + "/deviations")
                .then()
                .statusCode(200)
                .body("from", nullValue())
                .body("items", empty());
        firm.propose(second);
        delete(second, "*").statusCode(409);
        owner(tenant)
                .get(API + "/audit?operation=deleteAgreementDraft&objectType=agreement-version")
                .then()
                .body("items.record.after.state", contains("DISCARDED"))
                .body("items[0].record.actor.name", containsString("John Beacon"));
    }

    private ValidatableResponse delete(String version, String ifMatch) {
        var request = owner(tenant);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .delete(version)
                .then();
    }

    private ValidatableResponse copy(String agreement, Map<String, Object> from, String begin) {
        return once(owner(tenant), Map.of("from", from, "effectiveFrom", begin))
                .post(agreement + "/drafts")
                .then();
    }

    private static String id(String agreement) {
        return agreement.substring(agreement.lastIndexOf('/') + 1);
    }
}
