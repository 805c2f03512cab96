package dev.remit.contracts.agreements;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.NamedCalendar;
import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.agreement.Signature;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningTest extends ContractsTest {
    private static final String SOME_HASH = "0".repeat(64);

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @Test
    void signedVersionIsPublishedByItsHash() {
        String version = firm.inCatalogue().signed(firm.agreement(), LawFirm.terms());
        String documentHash = firm.activate(version)
                .statusCode(200)
                .body("status", equalTo("IN_FORCE"))
                .extract()
                .path("documentHash");

        ExtractableResponse<Response> answer = partner(tenant)
                .get(version + "/document")
                .then()
                .statusCode(200)
                .extract();
        byte[] document = answer.asByteArray();

        assertEquals("\"" + documentHash + "\"", answer.header("ETag"));
        assertEquals(documentHash, Sha256.hex(document));
        assertEquals(
                List.of("John Beacon", "Eleanor Whitfield"),
                AgreementDocument.parse(document).signatures().stream()
                        .map(Signature::name)
                        .toList());
        owner(tenant)
                .header("If-None-Match", "\"" + documentHash + "\"")
                .get(version + "/document")
                .then()
                .statusCode(304);
        byte[] internal = given().auth()
                .oauth2(TestTokens.service().token())
                .get("/internal/v1/documents/" + documentHash)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asByteArray();
        assertArrayEquals(document, internal);
    }

    @Test
    void whatBothSignIsTheDocumentWithoutItsSignatures() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);
        byte[] content = owner(tenant).get(version + "/document").asByteArray();
        firm.signByBoth(version, contentHash);
        firm.activate(version).statusCode(200).body("contentHash", equalTo(contentHash));
        byte[] published = owner(tenant).get(version + "/document").asByteArray();

        Map<Object, Object> members = new LinkedHashMap<>((Map<?, ?>) CanonicalJson.parse(published));
        List<?> signatures = (List<?>) members.remove("signatures");
        assertArrayEquals(content, CanonicalJson.bytes(members));
        assertEquals(contentHash, Sha256.hex(content));
        signatures.forEach(signature -> assertEquals(contentHash, ((Map<?, ?>) signature).get("contentHash")));
        assertArrayEquals(published, CanonicalJson.bytes(CanonicalJson.parse(published)), "canonical bytes");
    }

    @Test
    void whatIsTypedAsEmptyIsSignedAsEmpty() {
        EditedTerms terms = LawFirm.terms()
                .with("/calendars/office-hours/exceptions", "{\"2026-12-24\":[]}")
                .with("/calendars/office-hours/weekendDays", "[]")
                .with("/serviceLevels/0/pauses", "{\"RESOLUTION\":[]}")
                .with("/serviceLevels/0/warningPercents", "[]");
        String version = firm.inCatalogue().signed(firm.agreement(), terms);
        firm.activate(version).statusCode(200);

        AgreementDocument document =
                AgreementDocument.parse(owner(tenant).get(version + "/document").asByteArray());
        NamedCalendar calendar = document.calendars().get("office-hours");
        assertEquals(Map.of("2026-12-24", List.of()), calendar.text().exceptions());
        assertEquals(List.of(), calendar.text().weekendDays());
        ServiceLevel level = document.serviceLevels().getFirst();
        assertEquals(Map.of(ClockKind.RESOLUTION, Set.of()), level.pauses());
        assertEquals(List.of(), level.warningPercents());
        owner(tenant)
                .get(version)
                .then()
                .body("terms.calendars.office-hours.exceptions", equalTo(Map.of("2026-12-24", List.of())))
                .body("terms.calendars.office-hours.weekendDays", empty())
                .body("terms.serviceLevels[0].pauses", equalTo(Map.of("RESOLUTION", List.of())))
                .body("terms.serviceLevels[0].warningPercents", empty());
    }

    @Test
    void anotherHashIsNotSigned() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        firm.propose(version);

        once(
                        partner(tenant),
                        Map.of("name", "Eleanor Whitfield", "title", "Managing partner", "contentHash", SOME_HASH))
                .post(version + "/signatures")
                .then()
                .statusCode(409)
                .body("type", endsWith("/conflict"))
                .body("errors.field", contains("contentHash"));
    }

    @Test
    void aPartySignsOnce() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);
        firm.signByBoth(version, contentHash);

        once(owner(tenant), Map.of("name", "John Beacon", "title", "Owner", "contentHash", contentHash))
                .post(version + "/signatures")
                .then()
                .statusCode(409)
                .body("detail", equalTo("The MSP has signed this proposal already."));
        owner(tenant).get(version).then().body("signatures.party", contains("MSP", "CLIENT"));
    }

    @Test
    void onlyAnActiveApproverSignsForTheClient() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        Map<String, String> signature =
                Map.of("name", "Eleanor Whitfield", "title", "Managing partner", "contentHash", firm.propose(version));

        once(approver(tenant, "whitfield-crane", "paralegal"), signature)
                .post(version + "/signatures")
                .then()
                .statusCode(403);
        once(approver(tenant, "thames-dental", "partner"), signature)
                .post(version + "/signatures")
                .then()
                .statusCode(403);
        deactivatePartner();
        once(partner(tenant), signature).post(version + "/signatures").then().statusCode(403);
    }

    @Test
    void aNameThatIsNotTheSignersOwnIsRefused() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);
        for (RequestSpecification signer : List.of(owner(tenant), partner(tenant))) {
            once(signer, Map.of("name", "Donald Duck", "title", "Managing partner", "contentHash", contentHash))
                    .post(version + "/signatures")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("name"));
        }
        once(
                        owner(tenant),
                        Map.of("name", "Eleanor Whitfield", "title", "Managing partner", "contentHash", contentHash))
                .post(version + "/signatures")
                .then()
                .statusCode(400);
    }

    @Test
    void theSignedDocumentNamesTheAccountsThatSigned() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);
        once(owner(tenant), Map.of("name", "john  BEACON", "title", "Owner", "contentHash", contentHash))
                .post(version + "/signatures")
                .then()
                .statusCode(201);
        once(
                        partner(tenant),
                        Map.of("name", "Eleanor Whitfield", "title", "Managing partner", "contentHash", contentHash))
                .post(version + "/signatures")
                .then()
                .statusCode(201);
        firm.activate(version)
                .statusCode(200)
                .body("signatures.name", contains("John Beacon", "Eleanor Whitfield"))
                .body("signatures.typedName", contains("john  BEACON", "Eleanor Whitfield"));
        owner(tenant)
                .get(version + "/document")
                .then()
                .body("signatures.name", contains("John Beacon", "Eleanor Whitfield"))
                .body("signatures.login", contains("owner", "partner"))
                .body("signatures.subject", contains(TestTokens.subject("owner"), TestTokens.subject("partner")))
                .body("signatures.role", contains("owner", "client-approver"))
                .body("signatures.title", contains("Owner", "Managing partner"))
                .body("signatures.method", contains("API", "API"))
                .body("signatures.signedAt", hasItems(notNullValue(), notNullValue()))
                .body("signatures.recordedAt", hasItems(notNullValue(), notNullValue()))
                .body("signatures[1].email", equalTo("eleanor.whitfield@whitfield-crane.example"));
    }

    @Test
    void aSignatureNamesWhatWasReadAndInWhatCapacity() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        firm.propose(version);
        once(partner(tenant), Map.of("name", "Eleanor Whitfield"))
                .post(version + "/signatures")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("contentHash", "title"));
    }

    @Test
    void whatWasReadBeforeTheProposalWasTakenBackIsNotSigned() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String stale = firm.propose(version);
        once(owner(tenant)).post(version + "/withdraw").then().statusCode(200);
        owner(tenant)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(LawFirm.terms()
                        .with("/clauses/0/text", "\"Something else.\"")
                        .json())
                .put(version)
                .then()
                .statusCode(200);
        firm.propose(version);
        once(partner(tenant), Map.of("name", "Eleanor Whitfield", "title", "Managing partner", "contentHash", stale))
                .post(version + "/signatures")
                .then()
                .statusCode(409)
                .body("errors.field", contains("contentHash"));
    }

    private void deactivatePartner() {
        String changed = LawFirm.read("client.json")
                .replace("\"username\": \"partner\"", "\"username\": \"partner\", \"active\": false")
                .replaceFirst("\"code\": \"whitfield-crane\",", "");
        owner(tenant)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(changed)
                .put(API + "/clients/whitfield-crane")
                .then()
                .statusCode(200);
    }

    @Test
    void withoutBothSignaturesNothingIsInForce() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);
        once(owner(tenant), Map.of("name", "John Beacon", "title", "Owner", "contentHash", contentHash))
                .post(version + "/signatures")
                .then()
                .statusCode(201);

        firm.activate(version)
                .statusCode(409)
                .body("type", endsWith("/wrong-state"))
                .body("detail", equalTo("The CLIENT has not signed yet."));
    }

    @Test
    void withdrawnVersionIsSignedAnew() {
        String version = firm.inCatalogue().signed(firm.agreement(), LawFirm.terms());

        once(owner(tenant))
                .post(version + "/withdraw")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("signatures", empty());
        String contentHash = firm.propose(version);
        firm.activate(version).statusCode(409);
        firm.signByBoth(version, contentHash);
        firm.activate(version).statusCode(200).body("signatures", hasSize(2));
    }

    @Test
    void proposedTermsDoNotChange() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        firm.propose(version);
        String etag = owner(tenant).get(version).header("ETag");

        owner(tenant)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(LawFirm.terms().json())
                .put(version)
                .then()
                .statusCode(409)
                .body("type", endsWith("/wrong-state"));
    }

    @Test
    void laterCatalogueDoesNotReachWhatWasProposed() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);
        String renamed = LawFirm.read("office-move.json")
                .replace("Office move\",", "Relocation\",")
                .replaceFirst("\"code\": \"office-move\",", "");
        owner(tenant)
                .header("If-Match", "*")
                .contentType("application/json")
                .body(renamed)
                .put(API + "/catalogue/items/office-move")
                .then()
                .statusCode(200);

        byte[] content = owner(tenant).get(version + "/document").asByteArray();
        assertEquals(contentHash, Sha256.hex(content));
        assertFalse(new String(content, StandardCharsets.UTF_8).contains("Relocation"));
    }

    @Test
    void byWhatWorkIsRecognisedIsNotSigned() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        firm.propose(version);
        String content = owner(tenant).get(version + "/document").asString();
        for (String code : List.of("matchers", "keywords", "subtypes", "new suite")) {
            assertFalse(content.contains(code), code);
        }
        assertTrue(content.contains("The whole firm moves to another address."), content);
    }

    @Test
    void approverSeesNoDraft() {
        String agreement = firm.inCatalogue().agreement();
        String version = firm.draft(agreement, LawFirm.terms());

        partner(tenant).get(version).then().statusCode(404);
        partner(tenant).get(version + "/document").then().statusCode(404);
        partner(tenant).get(agreement).then().statusCode(200).body("versions", empty());
        firm.propose(version);
        partner(tenant).get(version).then().statusCode(200).body("status", equalTo("PROPOSED"));
        partner(tenant).get(agreement).then().body("versions.version", contains(1));
    }

    @Test
    void whatPeopleReadIsSignedToo() {
        LawFirm firm = new LawFirm(tenant).inCatalogue();
        String version = firm.draft(firm.agreement(), LawFirm.terms());
        owner(tenant)
                .get(version + "/reading-copy")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("Whitfield &amp; Crane LLP"));
        partner(tenant).get(version + "/reading-copy").then().statusCode(404);

        firm.propose(version);
        String signed = owner(tenant).get(version + "/document").path("readingCopy.sha256");
        byte[] page = partner(tenant)
                .get(version + "/reading-copy")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + signed + "\""))
                .extract()
                .asByteArray();
        assertEquals(signed, Sha256.hex(page));
        assertEquals("en", owner(tenant).get(version + "/document").path("readingCopy.language"));
        byte[] asked =
                owner(tenant).accept("text/html").get(version + "/document").asByteArray();
        assertEquals(signed, Sha256.hex(asked));
        owner(tenant)
                .header("If-None-Match", "\"" + signed + "\"")
                .get(version + "/reading-copy")
                .then()
                .statusCode(304);
    }
}
