package dev.remit.contracts.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.RealmDoor;
import dev.remit.contracts.Told;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.contracts.tenants.NewTenants;
import dev.remit.kit.feed.Feed;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import dev.remit.stack.FirstLogIn;
import dev.remit.stack.TestKeycloak;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PeopleTest extends ContractsTest {
    private static final String PEOPLE = API + "/people";
    private static final String TECHNICIAN = "\"roles\":[\"TECHNICIAN\"]";

    @Inject
    KeycloakWork work;

    @Inject
    Feed feed;

    @Inject
    Tenancy tenancy;

    private final UUID tenant = TestTenants.fresh();
    private final String login = "dana-" + UUID.randomUUID();

    @AfterEach
    void openTheDoor() {
        RealmDoor.set(RealmDoor.State.OPEN);
    }

    @Test
    void whoIsInvitedGetsIn() throws IOException {
        Response invited = invite(TECHNICIAN);
        invited.then()
                .statusCode(201)
                .body("person.state", equalTo("ACTIVE"))
                .body("person.settled", equalTo(true))
                .body("firstLogIn.invitedBy", equalTo("PASSWORD"))
                .body("firstLogIn.next", not(containsString("second factor")))
                .header("Location", equalTo(PEOPLE + "/" + id(invited)));

        JsonNode claims = InKeycloak.claims(firstToken(invited));

        assertEquals(tenant.toString(), claims.path("tenant").asText());
        assertEquals(List.of("technician"), InKeycloak.roles(claims));
        owner(tenant).get(PEOPLE).then().body("items.login", contains(login));
        owner(TestTenants.fresh()).get(PEOPLE + "/" + id(invited)).then().statusCode(404);
        again(invited).then().statusCode(200).body("firstLogIn.invitedBy", equalTo("NONE"));
    }

    @Test
    void whoHasNotLoggedInIsInvitedAgainWithAnotherPassword() {
        Response invited = invite(TECHNICIAN);
        Response again = again(invited);
        assertNotEquals(password(invited), password(again));
        firstToken(again);
    }

    @ParameterizedTest
    @CsvSource({"OWNER, true", "FINANCE, true", "SERVICE_DESK, false", "AUDITOR, false"})
    void aSecondFactorIsAskedOfOwnersAndFinance(String role, boolean asked) {
        invite("\"roles\":[\"" + role + "\"]").then().statusCode(201);
        assertEquals(asked, InKeycloak.actions(login).contains("CONFIGURE_TOTP"));
    }

    @Test
    void theSameRequestInvitesNobodyElse() {
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, body(TECHNICIAN)).post(PEOPLE);
        Response again = keyed(key, body(TECHNICIAN)).post(PEOPLE);
        again.then().statusCode(201).header("Idempotent-Replayed", equalTo("true"));
        assertEquals(id(first), id(again));
        keyed(key, body("\"roles\":[\"OWNER\"]")).post(PEOPLE).then().statusCode(422);
        invite(TECHNICIAN).then().statusCode(409).body("errors.field", contains("login"));
        assertEquals(1, InKeycloak.users(login).size());
    }

    @Test
    void aPasswordThatIsGivenIsNotShownAndOneThatIsTooEasyLeavesNothing() {
        String easy = TECHNICIAN + ",\"temporaryPassword\":\"Password1234\"";
        invite(easy).then().statusCode(400).body("errors.field", contains("temporaryPassword"));
        assertEquals(0, InKeycloak.users(login).size());
        owner(tenant).get(PEOPLE).then().body("items", equalTo(List.of()));
        invite(TECHNICIAN + ",\"temporaryPassword\":\"violet-harbour-38\"")
                .then()
                .statusCode(201)
                .body("firstLogIn.invitedBy", equalTo("PASSWORD"))
                .body("firstLogIn.temporaryPassword", nullValue());
    }

    @Test
    void whatIsAnotherTenantsIsRefusedAndLeavesNothing() {
        UUID other = TestTenants.fresh();
        once(owner(other), body(TECHNICIAN)).post(PEOPLE).then().statusCode(201);
        invite(TECHNICIAN).then().statusCode(409).body("errors.field", contains("login"));
        owner(tenant).get(PEOPLE).then().body("items", equalTo(List.of()));
    }

    @Test
    void anApproverIsInvitedFromTheClientsList() throws IOException {
        String approver = "\"roles\":[\"CLIENT_APPROVER\"],\"client\":\"whitfield-crane\"";
        invite(approver).then().statusCode(400).body("errors.field", contains("login"));
        once(
                        owner(tenant),
                        "{\"code\":\"whitfield-crane\",\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\","
                                + "\"approvers\":[{\"name\":\"Dana Ruiz\",\"email\":\"x@example.com\",\"username\":\""
                                + login + "\"}]}")
                .post(API + "/clients")
                .then()
                .statusCode(201);
        JsonNode claims = InKeycloak.claims(firstToken(invite(approver)));
        assertEquals("whitfield-crane", claims.path("client").asText());
        assertEquals(List.of("client-approver"), InKeycloak.roles(claims));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"roles\":[\"CLIENT_APPROVER\",\"OWNER\"],\"client\":\"c\"'|roles",
                "'\"roles\":[\"CLIENT_APPROVER\"]'|client",
                "'\"roles\":[\"OWNER\"],\"client\":\"c\"'|client",
                "'\"roles\":[]'|roles"
            })
    void rolesAndClientFitTogether(String what, String field) {
        invite(what).then().statusCode(400).body("errors.field", contains(field));
    }

    @Test
    void otherRolesEndSessionsAndHoldFromTheNextLogIn() throws IOException {
        Response invited = invite(TECHNICIAN);
        String subject = InKeycloak.claims(firstToken(invited)).path("sub").asText();
        assertEquals(1, InKeycloak.sessions(subject));
        change(invited, "roles", Map.of("roles", List.of("FINANCE", "TECHNICIAN")))
                .then()
                .statusCode(200)
                .body("roles", contains("TECHNICIAN", "FINANCE"))
                .body("settled", equalTo(true));
        assertEquals(0, InKeycloak.sessions(subject));
        assertTrue(InKeycloak.actions(login).contains("CONFIGURE_TOTP"));
        assertEquals(List.of("finance", "technician"), InKeycloak.roles(subject));
        told(subject, false);
        told(subject, true);
        change(invited, "roles", Map.of("roles", List.of("SERVICE_DESK")))
                .then()
                .statusCode(200);
        assertEquals(List.of("service-desk"), InKeycloak.roles(subject));
    }

    @Test
    void whoIsDeactivatedIsOutUntilTheyAreReactivated() throws IOException {
        Response invited = invite(TECHNICIAN);
        String subject = InKeycloak.claims(firstToken(invited)).path("sub").asText();
        change(invited, "deactivate", Map.of("reason", "Left"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DEACTIVATED"))
                .body("stateReason", equalTo("Left"));
        told(subject, false);
        assertEquals(0, InKeycloak.sessions(subject));
        assertFalse(InKeycloak.users(login).path(0).path("enabled").asBoolean());
        assertEquals(
                tenant.toString(),
                InKeycloak.users(login).path(0).at("/attributes/tenant/0").asText());
        again(invited).then().statusCode(409);
        change(invited, "reactivate", Map.of("reason", "Back")).then().body("state", equalTo("ACTIVE"));
        assertTrue(InKeycloak.users(login).path(0).path("enabled").asBoolean());
        assertEquals(
                List.of("reactivatePerson", "deactivatePerson"),
                owner(tenant)
                        .get(API + "/audit?objectType=person")
                        .<List<String>>path("items.record.operation")
                        .stream()
                        .filter(operation -> !operation.equals("invitePerson"))
                        .distinct()
                        .toList());
    }

    @Test
    void whatChangesWhileKeycloakIsAwayIsFollowedAsSoonAsItIsBack() {
        Response invited = invite(TECHNICIAN);
        RealmDoor.set(RealmDoor.State.SHUT);
        change(invited, "deactivate", Map.of("reason", "Left"))
                .then()
                .statusCode(200)
                .body("settled", equalTo(false));
        RealmDoor.set(RealmDoor.State.OPEN);
        work.doWhatIsDue();
        assertFalse(InKeycloak.users(login).path(0).path("enabled").asBoolean());
        owner(tenant).get(PEOPLE + "/" + id(invited)).then().body("settled", equalTo(true));
    }

    @Test
    void thereIsAnOwnerAlways() {
        String body = NewTenants.body(login, Map.of());
        String made = once(given().auth().oauth2(TestTokens.as("operator").token()), body)
                .post(API + "/tenants")
                .path("tenant.id");
        UUID theirs = UUID.fromString(made);
        String first = owner(theirs).get(PEOPLE).path("items[0].id");
        JsonNode told = Told.await(tenancy, feed, theirs, "PersonChanged", 1).getFirst();
        assertEquals(first, told.path("personId").asText());
        assertEquals("OWNER", told.at("/roles/0").asText());
        owner(theirs).get(PEOPLE).then().body("items.roles", contains(List.of("OWNER")));
        stand(theirs, first, "deactivate").then().statusCode(409);
        once(owner(theirs), NewPeople.body("second-" + login, "\"roles\":[\"OWNER\"]"))
                .post(PEOPLE)
                .then()
                .statusCode(201);
        stand(theirs, first, "deactivate").then().statusCode(200);
    }

    @Test
    void theOtherServicesHearOfWhoCanBeReached() {
        Response invited = invite(TECHNICIAN);
        change(invited, "roles", Map.of("roles", List.of("SERVICE_DESK")));
        change(invited, "deactivate", Map.of("reason", "Left"));
        List<JsonNode> told = Told.await(tenancy, feed, tenant, "PersonChanged", 3);
        assertEquals(3, told.size(), told.toString());
        JsonNode first = told.getFirst();
        assertEquals(id(invited), first.path("personId").asText());
        assertEquals(login, first.path("login").asText());
        assertEquals("Dana", first.path("firstName").asText());
        assertEquals(login + "@acme.example", first.path("email").asText());
        assertEquals("TECHNICIAN", first.at("/roles/0").asText());
        assertFalse(first.path("subject").asText().isEmpty());
        assertFalse(first.has("client"));
        assertEquals("SERVICE_DESK", told.get(1).at("/roles/0").asText());
        assertTrue(told.get(1).path("active").asBoolean());
        assertFalse(told.get(2).path("active").asBoolean());
        List<Integer> revisions =
                told.stream().map(event -> event.path("revision").asInt()).toList();
        assertEquals(revisions.stream().sorted().distinct().toList(), revisions);
    }

    @Test
    void whoCannotBeLetInAfterAllIsTakenBack() {
        invite(TECHNICIAN + ",\"temporaryPassword\":\"Password1234\"").then().statusCode(400);
        List<JsonNode> told = Told.await(tenancy, feed, tenant, "PersonChanged", 2);
        assertFalse(told.getLast().path("active").asBoolean());
        assertTrue(told.getLast().path("revision").asInt()
                > told.getFirst().path("revision").asInt());
    }

    private Response stand(UUID of, String person, String action) {
        return owner(of)
                .contentType("application/json")
                .body(Map.of("reason", "x"))
                .post(PEOPLE + "/" + person + "/" + action);
    }

    private Response invite(String what) {
        return once(owner(tenant), body(what)).post(PEOPLE);
    }

    private Response again(Response invited) {
        return owner(tenant).post(PEOPLE + "/" + id(invited) + "/invite");
    }

    private Response change(Response invited, String action, Map<String, ?> body) {
        return owner(tenant).contentType("application/json").body(body).post(PEOPLE + "/" + id(invited) + "/" + action);
    }

    private RequestSpecification keyed(String key, String body) {
        return owner(tenant)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body);
    }

    private String body(String what) {
        return NewPeople.body(login, what);
    }

    private static String id(Response invited) {
        return invited.path("person.id");
    }

    private static String password(Response invited) {
        return invited.path("firstLogIn.temporaryPassword");
    }

    private String firstToken(Response invited) {
        return new FirstLogIn(
                        RealmDoor.keycloak().issuer(),
                        "remit-docs",
                        TestKeycloak.GATEWAY + "/docs/oauth2-redirect.html")
                .token(login, password(invited), "amber-lantern-51");
    }

    private void told(String subject, boolean active) {
        Told.awaitAccount(tenancy, feed, tenant, subject, active);
    }
}
