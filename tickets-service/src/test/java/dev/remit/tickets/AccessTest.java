package dev.remit.tickets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.remit.kit.testing.RoleWalk;
import dev.remit.kit.testing.TestTokens;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every cell of the table of roles, and shows that tenants and clients see nothing of each other. */
@QuarkusTest
class AccessTest extends TicketsTest {
    private static final String TICKET = "70123";
    private static final String ENTRY = "e1";
    private static final Map<String, Object> WORK = Map.of(
            "sourceUpdatedAt", "2026-06-12T15:35:00Z",
            "ticket", Map.of("externalId", TICKET),
            "technician", Map.of("id", "dana", "name", "Dana Ruiz"),
            "workType", "On-site",
            "start", "2026-06-12T14:00:00Z",
            "end", "2026-06-12T15:00:00Z");

    private final RoleWalk walk = RoleWalk.of("tickets");

    @Test
    void theTableHasEveryOperationAndNoOther() {
        walk.hasEveryOperation();
    }

    @Test
    void everyOperationLetsInTheMarkedRolesAndNobodyElse() {
        Msp msp = Msp.empty();
        msp.tellClient();
        msp.partner();
        walk.letsInExactlyTheMarkedRoles(msp.tenant, Msp.CLIENT, AccessTest::call);
    }

    @Test
    void anotherTenantsObjectsDoNotExist() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        Objects ours = objects(msp);
        Msp stranger = Msp.empty();
        stranger.tellClient();
        stranger.partner();
        walk.knowsNoObjectOfAnotherTenant(
                stranger.tenant, Msp.CLIENT, (caller, operation) -> call(caller, operation, ours));
        for (String list : List.of("/connections", "/tickets", "/feed", "/reviews", "/audit")) {
            assertEquals(List.of(), stranger.get(list).getList("items"), list);
        }
    }

    @Test
    void whatAnotherTenantNamesAlikeIsAnotherObject() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        Objects ours = objects(msp);
        Msp stranger = Msp.empty();
        stranger.connect();
        stranger.as("owner")
                .get(Msp.API + "/tickets/by-ref/cw/" + TICKET)
                .then()
                .statusCode(404);
        String before = shown(msp, ours);
        assertNotEquals(
                ours.ticket(), stranger.send(TICKET, Snapshot.officeMove().with("title", "A printer")));
        assertNotEquals(ours.entry(), stranger.putTime(ENTRY, WORK).path("id"));
        assertEquals(before, shown(msp, ours));
    }

    private static String shown(Msp msp, Objects objects) {
        RequestSpecification owner = msp.as("owner");
        return owner.get(Msp.API + "/tickets/" + objects.ticket()).asString()
                + owner.get(Msp.API + "/time-entries/" + objects.entry()).asString();
    }

    @Test
    void aClientsApproverSeesThatClientAlone() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        msp.tellClient(UUID.randomUUID(), "other-client", "999", "99");
        Objects ours = objects(msp);
        msp.send("not-known", Snapshot.officeMove().with("client", Map.of("code", "who")));
        assertEquals(
                List.of(ours.ticket()),
                msp.partner().get(Msp.API + "/tickets").jsonPath().getList("items.id"));
        for (String path : List.of("", "/clocks", "/rulings", "/timeline", "/evidence", "/time-entries")) {
            String url = Msp.API + "/tickets/" + ours.ticket() + path;
            msp.partner().get(url).then().statusCode(200);
            msp.partnerOf("other-client").get(url).then().statusCode(404);
        }
        msp.partner().get(Msp.API + "/time-entries/" + ours.entry()).then().statusCode(200);
        msp.partnerOf("other-client")
                .get(Msp.API + "/time-entries/" + ours.entry())
                .then()
                .statusCode(404);
        msp.partner().get(Msp.API + "/tickets/by-ref/cw/70123").then().statusCode(200);
        msp.partnerOf("other-client")
                .get(Msp.API + "/tickets/by-ref/cw/70123")
                .then()
                .statusCode(404);
        assertEquals(
                List.of(),
                msp.partnerOf("other-client")
                        .get(Msp.API + "/tickets")
                        .jsonPath()
                        .getList("items"));
        assertEquals(
                List.of(),
                msp.partner()
                        .get(Msp.API + "/tickets?clientCode=other-client")
                        .jsonPath()
                        .getList("items"));
        msp.partner().get(Msp.API + "/tickets/by-ref/cw/not-known").then().statusCode(404);
    }

    @Test
    void anApproverWhoWasRemovedReadsNothingWithinFiveSeconds() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        Objects ours = objects(msp);
        msp.partner().get(Msp.API + "/tickets/" + ours.ticket()).then().statusCode(200);
        msp.tokenOf("nobody-knows").get(Msp.API + "/tickets").then().statusCode(403);
        msp.tellApproverRemoved();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> msp.tokenOf(Msp.CLIENT).get(Msp.API + "/tickets").statusCode() == 403);
        for (String path : List.of("", "/clocks", "/rulings", "/timeline", "/evidence", "/time-entries")) {
            msp.tokenOf(Msp.CLIENT)
                    .get(Msp.API + "/tickets/" + ours.ticket() + path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void theInternalFeedIsForServicesAlone() {
        Msp msp = Msp.empty();
        with(TestTokens.service()).get("/internal/v1/feed").then().statusCode(200);
        with(TestTokens.as("owner").tenant(msp.tenant))
                .get("/internal/v1/feed")
                .then()
                .statusCode(403);
        with(TestTokens.as("service")).get("/internal/v1/feed").then().statusCode(403);
        given().get("/internal/v1/feed").then().statusCode(401);
    }

    /** Things of one tenant to reach for. */
    private record Objects(String connection, String ticket, String workItem, String entry, String catalogueHash) {}

    private static Objects objects(Msp msp) {
        String ticket = msp.send(TICKET, Snapshot.officeMove());
        String workItem = msp.awaitRuled(ticket).getString("workItems[0].id");
        String entry = msp.putTime(ENTRY, WORK).path("id");
        msp.awaitEvents("TimeEntryRecorded", 1);
        String catalogueHash = msp.get("/tickets/" + ticket + "/rulings").getString("items[0].inputs.catalogueHash");
        return new Objects(msp.connectionId, ticket, workItem, entry, catalogueHash);
    }

    private static RequestSpecification with(TestTokens tokens) {
        return given().auth().oauth2(tokens.token());
    }

    private static int call(RequestSpecification caller, String operation) {
        String nothing = UUID.randomUUID().toString();
        return call(caller, operation, new Objects(nothing, nothing, nothing, nothing, nothing));
    }

    private static int call(RequestSpecification caller, String operation, Objects objects) {
        int space = operation.indexOf(' ');
        String method = operation.substring(0, space);
        String template = operation.substring(space + 1);
        String id = template.contains("/connections/")
                ? objects.connection()
                : template.contains("/time-entries/") ? objects.entry() : objects.ticket();
        String path = template.replace("{id}", id)
                .replace("{workItemId}", objects.workItem())
                .replace("{excuseId}", objects.workItem())
                .replace("{hash}", objects.catalogueHash())
                .replace("{clientCode}", "another")
                .replace("{connection}", "cw")
                .replace("{externalId}", template.contains("/time-entries/") ? ENTRY : TICKET);
        caller.header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "*");
        if (template.endsWith("{connection}")) {
            caller.contentType("application/x-ndjson; charset=UTF-8").body("{}".getBytes(UTF_8));
        } else if (!method.equals("GET")) {
            caller.contentType("application/json").body(body(template));
        }
        return caller.request(method, path).statusCode();
    }

    /** Enough to get past the reading of the body where the object must be looked for behind it. */
    private static Object body(String template) {
        if (template.contains("/by-ref/")) {
            return template.contains("/time-entries/")
                    ? WORK
                    : Snapshot.officeMove().json();
        }
        if (template.endsWith("/rulings")) {
            return "{\"item\":\"office-move\",\"reason\":\"x\"}";
        }
        if (template.endsWith("/work-items")) {
            return "{\"title\":\"x\"}";
        }
        if (template.endsWith("/names")) {
            return "{\"table\":\"ROLE\",\"name\":\"x\",\"means\":\"X\"}";
        }
        if (template.endsWith("/excuses")) {
            return "{\"clock\":\"RESPONSE\",\"cycle\":\"created\",\"reason\":\"FORCE_MAJEURE\",\"note\":\"x\"}";
        }
        if (template.endsWith("/withdraw")) {
            return "{\"because\":\"x\"}";
        }
        if (template.endsWith("/quantity")) {
            return "{\"count\":1}";
        }
        if (template.contains("/reviews/")) {
            return "{\"reason\":\"x\"}";
        }
        return template.endsWith("/clock") ? "{\"now\":\"2026-06-11T18:00:00Z\",\"confirm\":true}" : "{}";
    }
}
