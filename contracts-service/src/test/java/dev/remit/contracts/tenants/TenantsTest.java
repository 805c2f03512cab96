package dev.remit.contracts.tenants;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.RealmDoor;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import dev.remit.stack.BrowserSession;
import dev.remit.stack.FirstLogIn;
import dev.remit.stack.Mail;
import dev.remit.stack.MailServer;
import dev.remit.stack.TestKeycloak;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class TenantsTest extends ContractsTest {
    private static final String TENANTS = API + "/tenants";
    private static final String PASSWORD = "violet-harbour-38";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TenantMaking making;

    @Inject
    Sql sql;

    @AfterEach
    void openTheDoor() {
        RealmDoor.set(RealmDoor.State.OPEN);
    }

    @Test
    void anMspIsMadeAndItsOwnerGetsIn() throws IOException {
        String login = login();
        Response made = make(login, Map.of()).post(TENANTS);
        made.then()
                .statusCode(201)
                .body("tenant.state", equalTo("ACTIVE"))
                .body("tenant.name", equalTo("Acme IT"))
                .body("firstLogIn.login", equalTo(login))
                .body("firstLogIn.invitedBy", equalTo("PASSWORD"));
        String tenant = made.path("tenant.id");
        assertTrue(made.header("Location").endsWith(TENANTS + "/" + tenant), made.header("Location"));

        JsonNode claims = claims(firstToken(login, made.path("firstLogIn.temporaryPassword")));

        assertEquals(tenant, claims.path("tenant").asText());
        assertTrue(claims.path("roles").toString().contains("\"owner\""), claims.toString());
        assertEquals("Ann Archer", claims.path("name").asText());
        assertFalse(claims.has("organization"), claims.toString());
        operator().get(TENANTS + "/" + tenant).then().statusCode(200).body("owner.login", equalTo(login));
    }

    @Test
    void theSameRequestMakesNothingMoreAndShowsAPasswordThatIsGood() {
        String login = login();
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, login, Map.of()).post(TENANTS);
        Response again = keyed(key, login, Map.of()).post(TENANTS);
        again.then()
                .statusCode(201)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("tenant", equalTo(first.path("tenant")));
        assertNotEquals(first.<String>path("firstLogIn.temporaryPassword"), again.path("firstLogIn.temporaryPassword"));
        firstToken(login, again.path("firstLogIn.temporaryPassword"));

        keyed(key, login, Map.of())
                .post(TENANTS)
                .then()
                .statusCode(201)
                .body("firstLogIn.invitedBy", equalTo("NONE"))
                .body("firstLogIn.temporaryPassword", nullValue());
        keyed(key, login, Map.of("name", "Acme Two")).post(TENANTS).then().statusCode(422);
    }

    @Test
    void aPasswordThatIsGivenIsNotShown() {
        String login = login();
        String key = UUID.randomUUID().toString();
        Map<String, Object> given = Map.of("temporaryPassword", PASSWORD);
        Response first = keyed(key, login, given).post(TENANTS);
        first.then().statusCode(201).body("firstLogIn.temporaryPassword", nullValue());
        assertEquals(first.asString(), keyed(key, login, given).post(TENANTS).asString());
        firstToken(login, PASSWORD);
    }

    @Test
    void whereTheRealmSendsMailTheOwnerIsInvited(@TempDir Path folder) {
        String login = login();
        Object without = RealmDoor.keycloak().administrator().get("/remit").path("smtpServer");
        try (MailServer mailbox = MailServer.start(folder)) {
            RealmDoor.keycloak().administrator().put("/remit", Map.of("smtpServer", mailbox.settings()));
            make(login, Map.of())
                    .post(TENANTS)
                    .then()
                    .statusCode(201)
                    .body("firstLogIn.invitedBy", equalTo("MAIL"))
                    .body("firstLogIn.temporaryPassword", nullValue());
            assertEquals(1, mailbox.mails().size());
            Mail mail = mailbox.mails().getFirst();
            assertEquals(login + "@acme.example", mail.recipient());
            assertTrue(mail.link().contains("/login-actions/action-token"), mail.text());
            assertTrue(mail.text().contains("An account is ready for you at Acme IT (Remit)."), mail.text());
            String page = new BrowserSession(RealmDoor.keycloak().issuer())
                    .follow(mail.link())
                    .body();
            assertTrue(page.contains(">Acme IT<") && !page.contains("/logos/"), page);
        } finally {
            RealmDoor.keycloak().administrator().put("/remit", Map.of("smtpServer", without));
        }
    }

    @Test
    void whatKeycloakDoesNotTakeLeavesNothing() {
        String key = UUID.randomUUID().toString();
        keyed(key, "operator", Map.of())
                .post(TENANTS)
                .then()
                .statusCode(409)
                .body("errors.field", equalTo(List.of("owner.login")));
        String login = login();
        keyed(key, login, Map.of("temporaryPassword", "Password1234"))
                .post(TENANTS)
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("temporaryPassword")));
        String tenant = keyed(key, login, Map.of()).post(TENANTS).path("tenant.id");
        String other = login();
        make(other, Map.of("email", login + "@acme.example"))
                .post(TENANTS)
                .then()
                .statusCode(409)
                .body("errors.field", equalTo(List.of("owner.email")));
        assertTrue(all().contains(tenant));
        assertEquals(0, people(other).size());
    }

    @Test
    void whatBreaksOffIsGoneOnWith() {
        String login = login();
        String key = UUID.randomUUID().toString();
        RealmDoor.set(RealmDoor.State.SHUT);
        keyed(key, login, Map.of()).post(TENANTS).then().statusCode(503).header("Retry-After", not(nullValue()));
        String tenant = newest();
        operator().get(TENANTS + "/" + tenant).then().body("state", equalTo("PROVISIONING"));

        RealmDoor.set(RealmDoor.State.ANSWERS_LOST);
        keyed(key, login, Map.of()).post(TENANTS).then().statusCode(503);
        RealmDoor.set(RealmDoor.State.OPEN);
        keyed(key, login, Map.of())
                .post(TENANTS)
                .then()
                .statusCode(201)
                .body("tenant.id", equalTo(tenant))
                .body("tenant.state", equalTo("ACTIVE"));
        assertEquals(1, people(login).size());
    }

    @Test
    void whatBreaksOffIsGoneOnWithByItself() {
        String login = login();
        RealmDoor.set(RealmDoor.State.SHUT);
        make(login, Map.of()).post(TENANTS).then().statusCode(503);
        making.finishWhatBrokeOff();
        operator().get(TENANTS + "/" + newest()).then().body("state", equalTo("PROVISIONING"));
        RealmDoor.set(RealmDoor.State.OPEN);
        making.finishWhatBrokeOff();
        operator().get(TENANTS + "/" + newest()).then().body("state", equalTo("ACTIVE"));
        assertEquals(1, people(login).size());
    }

    @Test
    void twoAtOnceMakeOne() {
        String login = login();
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Integer>> both = List.of(
                CompletableFuture.supplyAsync(
                        () -> keyed(key, login, Map.of()).post(TENANTS).statusCode()),
                CompletableFuture.supplyAsync(
                        () -> keyed(key, login, Map.of()).post(TENANTS).statusCode()));
        Set<Integer> answers =
                new TreeSet<>(both.stream().map(CompletableFuture::join).toList());
        assertTrue(answers.contains(201) && Set.of(201, 409).containsAll(answers), answers.toString());
        assertEquals(1, people(login).size());
    }

    @Test
    void anotherPasswordIsMadeUpWhereKeycloakRefusesOne() {
        RealmDoor.set(RealmDoor.State.ONE_PASSWORD_REFUSED);
        make(login(), Map.of())
                .post(TENANTS)
                .then()
                .statusCode(201)
                .body("firstLogIn.temporaryPassword", matchesPattern("[a-z2-9-]{23}"));
    }

    @Test
    void itsKindSaysWhatTimeItHas() {
        Map.of("SANDBOX", 200, "LIVE_SANDBOX", 404, "REAL", 404).forEach((kind, status) -> {
            UUID tenant = made(Map.of("kind", kind));
            owner(tenant)
                    .contentType("application/json")
                    .body("{\"now\":\"2026-06-11T18:00:00Z\"}")
                    .post(API + "/sandbox/clock")
                    .then()
                    .statusCode(status);
        });
    }

    @Test
    void theOtherServicesAreTold() {
        int before = lastPosition();
        UUID tenant = made(Map.of("kind", "SANDBOX"));
        await().untilAsserted(() -> feed(before)
                .then()
                .body(
                        "items.findAll { it.type == 'TenantChanged' }.payload",
                        hasItem(Map.of(
                                "tenantId",
                                tenant.toString(),
                                "name",
                                "Acme IT",
                                "kind",
                                "SANDBOX",
                                "state",
                                "ACTIVE"))));
    }

    /** Of what the feed tells so far. */
    private static int lastPosition() {
        int last = 0;
        for (List<Integer> next; !(next = feed(last).path("items.position")).isEmpty(); ) {
            last = next.getLast();
        }
        return last;
    }

    private static Response feed(int after) {
        return given().auth().oauth2(TestTokens.service().token()).get("/internal/v1/feed?limit=1000&after=" + after);
    }

    @Test
    void itsTrailBeginsWithWhoMadeIt() {
        UUID tenant = made(Map.of());
        Response trail = owner(tenant).get(API + "/audit?objectType=tenant");
        assertEquals(List.of("CHANGED", "CREATED"), trail.path("items.record.change"));
        assertEquals(List.of("createTenant", "createTenant"), trail.path("items.record.operation"));
        assertEquals(List.of("operator", "operator"), trail.path("items.record.actor.login"));
    }

    @Test
    void aSuspendedTenantIsServedAgainOnceItIsReactivated() {
        UUID tenant = made(Map.of());
        owner(tenant).get(API + "/clients").then().statusCode(200);
        stand(tenant, "suspend", "Unpaid")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUSPENDED"))
                .body("stateReason", equalTo("Unpaid"));
        owner(tenant)
                .get(API + "/clients")
                .then()
                .statusCode(403)
                .body("type", equalTo("https://remit.dev/problems/tenant-suspended"));
        String etag = stand(tenant, "suspend", "Again").header("ETag");
        assertEquals(etag, operator().get(TENANTS + "/" + tenant).header("ETag"));
        operator()
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("reason", "Paid"))
                .post(TENANTS + "/" + tenant + "/reactivate")
                .then()
                .statusCode(412);
        stand(tenant, "reactivate", "Paid")
                .then()
                .body("state", equalTo("ACTIVE"))
                .header("ETag", not(etag));
        owner(tenant).get(API + "/clients").then().statusCode(200);
        assertEquals(
                List.of("reactivateTenant", "suspendTenant", "createTenant", "createTenant"),
                owner(tenant).get(API + "/audit?objectType=tenant").path("items.record.operation"));
    }

    @Test
    void aTenantIsErasedOnceItIsSuspendedAndForGood() {
        UUID tenant = made(Map.of());
        stand(tenant, "erasure", "Left").then().statusCode(409);
        stand(tenant, "suspend", "Left").then().statusCode(200);
        stand(tenant, "erasure", "Left").then().statusCode(200).body("state", equalTo("ERASED"));
        stand(tenant, "erasure", "Left").then().statusCode(200).body("state", equalTo("ERASED"));
        stand(tenant, "reactivate", "Back").then().statusCode(409);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> operator()
                .get(TENANTS + "/" + tenant + "/erasure")
                .then()
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("audit.intact", equalTo(true)));
        operator()
                .get(TENANTS + "/" + tenant)
                .then()
                .statusCode(200)
                .body("name", equalTo("Acme IT"))
                .body("owner", nullValue());
        assertEquals(
                Optional.of(""),
                sql.first("SELECT owner_email FROM tenant WHERE tenant_id = ?", row -> row.text(1), tenant));
        List<String> left = sql.list(
                "SELECT operation FROM audit_record WHERE tenant_id = ? AND record IS NOT NULL",
                row -> row.text(1),
                tenant);
        assertEquals(List.of("eraseTenant"), left);
    }

    @Test
    void whatIsBeingMadeIsNotSuspended() {
        RealmDoor.set(RealmDoor.State.SHUT);
        make(login(), Map.of()).post(TENANTS).then().statusCode(503);
        stand(UUID.fromString(newest()), "suspend", "x").then().statusCode(409);
        stand(TestTenants.fresh(), "suspend", "x").then().statusCode(404);
    }

    private static Response stand(UUID tenant, String action, String reason) {
        return operator()
                .contentType("application/json")
                .body(Map.of("reason", reason))
                .post(TENANTS + "/" + tenant + "/" + action);
    }

    @Test
    void anOperatorBelongsToNoTenant() {
        UUID tenant = made(Map.of());
        for (String path : List.of(TENANTS, TENANTS + "/" + tenant)) {
            as(tenant, "operator", "owner")
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("no tenant"));
        }
        once(as(tenant, "operator"), NewTenants.body(login(), Map.of()))
                .post(TENANTS)
                .then()
                .statusCode(403);
        operator().get(TENANTS + "/" + TestTenants.fresh()).then().statusCode(404);
    }

    @Test
    void theListHasEveryTenantOnce() {
        Set<String> made = Set.of(
                made(Map.of()).toString(),
                made(Map.of()).toString(),
                made(Map.of()).toString());
        List<String> listed = all();
        assertEquals(new TreeSet<>(listed).size(), listed.size());
        assertTrue(listed.containsAll(made));
    }

    private static UUID made(Map<String, Object> changed) {
        return UUID.fromString(make(login(), changed)
                .post(TENANTS)
                .then()
                .statusCode(201)
                .extract()
                .path("tenant.id"));
    }

    private static List<String> all() {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            ValidatableResponse page =
                    operator().get(TENANTS + "?limit=2" + cursor).then().statusCode(200);
            ids.addAll(page.extract().path("items.id"));
            cursor = page.extract().path("next") == null
                    ? null
                    : "&cursor=" + page.extract().path("next");
        } while (cursor != null);
        return ids;
    }

    private static String newest() {
        return all().getLast();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.as("operator").token());
    }

    private static String login() {
        return "ann-" + UUID.randomUUID();
    }

    private static RequestSpecification make(String login, Map<String, Object> changed) {
        return once(operator(), NewTenants.body(login, changed));
    }

    private static RequestSpecification keyed(String key, String login, Map<String, Object> changed) {
        return operator()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(NewTenants.body(login, changed));
    }

    private static JsonNode people(String login) {
        return RealmDoor.keycloak().administrator().get("/remit/users?exact=true&username=" + login);
    }

    private static String firstToken(String login, String password) {
        return new FirstLogIn(
                        RealmDoor.keycloak().issuer(),
                        "remit-docs",
                        TestKeycloak.GATEWAY + "/docs/oauth2-redirect.html")
                .token(login, password, "amber-lantern-51");
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
