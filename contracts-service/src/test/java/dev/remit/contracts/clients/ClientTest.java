package dev.remit.contracts.clients;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ClientTest extends ContractsTest {
    private static final String CLIENTS = API + "/clients";
    private static final String SMALL = """
            {"code": "%s", "name": "A small firm", "timeZone": "Europe/London", "currency": "GBP"}
            """;

    private final UUID tenant = TestTenants.fresh();

    @Test
    void clientIsReadAsItWasMade() {
        create(LawFirm.read("client.json"))
                .statusCode(201)
                .header("Location", endsWith("/clients/whitfield-crane"))
                .header("ETag", startsWith("\"1."));

        get("whitfield-crane")
                .statusCode(200)
                .header("ETag", startsWith("\"1."))
                .body("timeZone", equalTo("America/New_York"))
                .body("sites[0].externalRefs[0].id", equalTo("28"))
                .body("approvers[0].active", equalTo(true))
                .body("legal.address", containsString("New York, NY 10004\nUnited"))
                .body("legal.taxId", equalTo("13-1234567"))
                .body("contacts.position", contains("Office manager"))
                .body("externalRefs[0].connection", equalTo("cw"));
    }

    @Test
    void clientNeedsNoSite() {
        create(SMALL.formatted("small"))
                .statusCode(201)
                .body("sites", hasSize(0))
                .body("legal", nullValue())
                .body("contacts", hasSize(0));
    }

    @Test
    void codeIsTakenOnce() {
        create(SMALL.formatted("small")).statusCode(201);
        create(SMALL.formatted("small"))
                .statusCode(409)
                .body("type", endsWith("/conflict"))
                .body("errors.field", contains("code"));
    }

    @Test
    void twoClientsDoNotShareAnExternalReference() {
        create(LawFirm.read("client.json")).statusCode(201);
        create(LawFirm.read("client.json").replace("\"whitfield-crane\"", "\"crane\""))
                .statusCode(409)
                .body("errors.field", contains("externalRefs"));
        get("crane").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "whitfield-crane, Whitfield_Crane, code",
        "Whitfield & Crane LLP, '', name",
        "America/New_York, America/Gotham, timeZone",
        "America/New_York, +05:00, timeZone",
        "America/New_York, Europe/Nowhere, sites[0].timeZone",
        "USD, USX, currency",
        "USD, XAU, currency",
        "broad-street, Broad Street, sites[0].code",
        "eleanor.whitfield@whitfield-crane.example, eleanor, approvers[0].email",
        "13-1234567, ' ', legal.taxId",
        "tom.okafor@whitfield-crane.example, tom, contacts[0].email",
        "\"connection\": \"cw\", \"connection\": \"C W\", externalRefs[0].connection"
    })
    void badFieldIsNamed(String good, String bad, String field) {
        create(LawFirm.read("client.json").replace(good, bad))
                .statusCode(400)
                .body("type", endsWith("/validation"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void unknownFieldIsRefusedByName() {
        create(SMALL.formatted("small").replace("\"name\"", "\"colour\": \"blue\", \"name\""))
                .statusCode(400)
                .body("errors.field", contains("colour"));
    }

    @Test
    void listsHoldNothingTwice() {
        String twins = """
                {"code": "twins", "name": "Twins", "timeZone": "Europe/London", "currency": "GBP",
                 "sites": [{"code": "a", "name": "A", "timeZone": "Europe/London"}, {"code": "a", "name": "B", "timeZone": "Europe/London"}],
                 "approvers": [
                   {"name": "A", "email": "a@twins.example", "username": "a", "deputyOf": "a"},
                   {"name": "B", "email": "b@twins.example", "username": "a", "deputyOf": "c"}],
                 "externalRefs": [{"connection": "cw", "id": "1"}, {"connection": "cw", "id": "1"}]}
                """;
        create(twins)
                .statusCode(400)
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "sites[1].code",
                                "approvers[1].username",
                                "externalRefs[1]",
                                "approvers[0].deputyOf",
                                "approvers[1].deputyOf"));
    }

    @Test
    void changeReplacesAllButTheCode() {
        create(LawFirm.read("client.json")).statusCode(201);
        String changed = """
                {"name": "Whitfield LLP", "timeZone": "America/Chicago", "currency": "USD",
                 "sites": [{"code": "broad-street", "name": "12th floor", "timeZone": "America/New_York"},
                           {"code": "annex", "name": "Annex", "timeZone": "America/New_York"}],
                 "approvers": [{"name": "Eleanor Whitfield", "email": "e@whitfield.example", "username": "partner"},
                               {"name": "Sam Crane", "email": "s@whitfield.example", "username": "sam", "deputyOf": "partner"}]}
                """;
        change("whitfield-crane", "\"1\"", changed)
                .statusCode(200)
                .header("ETag", startsWith("\"2."))
                .body("sites.code", contains("annex", "broad-street"))
                .body("sites[1].externalRefs", hasSize(0))
                .body("approvers[1].deputyOf", equalTo("partner"))
                .body("externalRefs", hasSize(0));
        get("whitfield-crane").body("name", equalTo("Whitfield LLP")).body("approvers", hasSize(2));
    }

    @Test
    void changeOfSitesAloneIsANewState() {
        create(SMALL.formatted("small")).statusCode(201);
        String site = """
                {"name": "A small firm", "timeZone": "Europe/London", "currency": "GBP",
                 "sites": [{"code": "a", "name": "%s", "timeZone": "Europe/London"}]}
                """;
        change("small", "\"1\"", site.formatted("A")).statusCode(200).header("ETag", startsWith("\"2."));
        change("small", "\"2\"", site.formatted("B")).statusCode(200).header("ETag", startsWith("\"3."));
        change("small", "\"2\"", site.formatted("C")).statusCode(412);
        owner(tenant)
                .contentType("application/json")
                .body(site.formatted("D"))
                .put(CLIENTS + "/small")
                .then()
                .statusCode(428);
        get("small").body("sites[0].name", equalTo("B"));
    }

    @Test
    void listGoesPageByPage() {
        for (String code : new String[] {"cedar", "ash", "birch"}) {
            create(SMALL.formatted(code)).statusCode(201);
        }
        ValidatableResponse first =
                owner(tenant).get(CLIENTS + "?limit=2").then().statusCode(200);
        first.body("items.code", contains("ash", "birch"));
        owner(tenant)
                .get(CLIENTS + "?limit=2&cursor=" + first.extract().path("next"))
                .then()
                .statusCode(200)
                .body("items.code", contains("cedar"))
                .body("next", nullValue());
    }

    @Test
    void approverSeesTheirOwnClientAlone() {
        create(LawFirm.read("client.json")).statusCode(201);
        create(SMALL.formatted("small")).statusCode(201);

        partner(tenant).get(CLIENTS).then().body("items.code", contains("whitfield-crane"));
        partner(tenant).get(CLIENTS + "/whitfield-crane").then().statusCode(200);
        partner(tenant).get(CLIENTS + "/small").then().statusCode(404);
    }

    @Test
    void onlyTheOwnerSaysWhoApprovesAndWithWhichAccount() {
        create(LawFirm.read("client.json")).statusCode(201);
        String partner = "{\"name\": \"%s\", \"email\": \"%s\", \"username\": \"%s\", \"active\": %s}";
        String own =
                partner.formatted("Eleanor Whitfield", "eleanor.whitfield@whitfield-crane.example", "partner", true);
        byDesk(own).statusCode(200);
        byDesk(own.replace("\"partner\"", "\"junior\""))
                .statusCode(403)
                .body("errors.field", containsInAnyOrder("approvers[0].username", "approvers"));
        byDesk(own.replace("eleanor.whitfield@", "junior@"))
                .statusCode(403)
                .body("errors.field", contains("approvers[0].email"));
        byDesk(own.replace("Eleanor Whitfield", "Junior"))
                .statusCode(403)
                .body("errors.field", contains("approvers[0].name"));
        byDesk(own + "," + partner.formatted("Junior", "j@whitfield-crane.example", "junior", true))
                .statusCode(403)
                .body("errors.field", contains("approvers[1].username"));
        once(as(tenant, "service-desk"), LawFirm.read("client.json").replace("whitfield-crane\"", "copy\""))
                .post(CLIENTS)
                .then()
                .statusCode(403)
                .body("errors.field", contains("approvers[0].username"));

        byDesk(own.replace("true", "false")).statusCode(200).body("approvers[0].active", equalTo(false));
        byDesk(own).statusCode(403).body("errors.field", contains("approvers[0].active"));
    }

    private ValidatableResponse byDesk(String approvers) {
        return as(tenant, "service-desk")
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"name\": \"Whitfield & Crane LLP\", \"timeZone\": \"America/New_York\", \"currency\": \"USD\","
                        + " \"approvers\": [" + approvers + "]}")
                .put(CLIENTS + "/whitfield-crane")
                .then();
    }

    @Test
    void whoIsNoActiveApproverOfTheClientReadsNothing() {
        create(LawFirm.read("client.json")).statusCode(201);
        approver(tenant, "whitfield-crane", "PARTNER").get(CLIENTS).then().statusCode(200);
        approver(tenant, "whitfield-crane", "junior").get(CLIENTS).then().statusCode(403);
        approver(tenant, "another-firm", "partner").get(CLIENTS).then().statusCode(403);
        byDesk("{\"name\": \"Eleanor Whitfield\", \"email\": \"eleanor.whitfield@whitfield-crane.example\","
                        + " \"username\": \"partner\", \"active\": false}")
                .statusCode(200);
        for (String path : List.of("/clients", "/agreements", "/catalogue/items", "/clients/whitfield-crane")) {
            partner(tenant).get(API + path).then().statusCode(403);
        }
    }

    @Test
    void theClientIsToldOfEachChangeToItsApprovers() {
        create(LawFirm.read("client.json")).statusCode(201);
        change("whitfield-crane", "*", """
                        {"name": "Whitfield LLP", "timeZone": "America/Chicago", "currency": "USD",
                         "approvers": [{"name": "Eleanor Whitfield", "email": "e@whitfield.example", "username": "Partner"}]}
                        """).statusCode(200);
        partner(tenant)
                .get(CLIENTS + "/whitfield-crane")
                .then()
                .statusCode(200)
                .body("approverChanges.kind", contains("CHANGED", "ADDED"))
                .body("approverChanges[0].email", equalTo("e@whitfield.example"))
                .body("approverChanges[0].emailBefore", equalTo("eleanor.whitfield@whitfield-crane.example"))
                .body("approverChanges[0].by.login", equalTo("owner"));
    }

    @Test
    void aLoginStandsOnceInTheListWhateverItsCase() {
        create("""
                {"code": "twins", "name": "Twins", "timeZone": "Europe/London", "currency": "GBP",
                 "approvers": [
                   {"name": "A", "email": "a@twins.example", "username": "partner"},
                   {"name": "B", "email": "b@twins.example", "username": "Partner"}]}
                """).statusCode(400).body("errors.field", contains("approvers[1].username"));
    }

    @Test
    void sameKeyMakesOneClient() {
        String key = UUID.randomUUID().toString();
        String first =
                keyed(key, SMALL.formatted("small")).statusCode(201).extract().asString();
        String again = keyed(key, SMALL.formatted("small"))
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .extract()
                .asString();
        assertEquals(first, again);
        keyed(key, SMALL.formatted("other")).statusCode(422);
        owner(tenant)
                .contentType("application/json")
                .body(SMALL.formatted("keyless"))
                .post(CLIENTS)
                .then()
                .statusCode(400)
                .body("errors.field", contains("Idempotency-Key"));
    }

    private ValidatableResponse keyed(String key, String body) {
        return owner(tenant)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(CLIENTS)
                .then();
    }

    private ValidatableResponse create(String body) {
        return once(owner(tenant), body).post(CLIENTS).then();
    }

    private ValidatableResponse get(String code) {
        return owner(tenant).get(CLIENTS + "/" + code).then();
    }

    private ValidatableResponse change(String code, String ifMatch, String body) {
        return owner(tenant)
                .header("If-Match", ifMatch)
                .contentType("application/json")
                .body(body)
                .put(CLIENTS + "/" + code)
                .then();
    }
}
