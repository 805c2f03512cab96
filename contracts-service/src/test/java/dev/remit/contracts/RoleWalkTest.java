package dev.remit.contracts;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.RoleWalk;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every cell of this service's table in docs/roles.md. */
@QuarkusTest
class RoleWalkTest extends ContractsTest {
    private static final String FIRM = "whitfield-crane";

    /** What gets an operation past its validation; the others need no body. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "POST /api/contracts/v1/clients",
                    "{\"code\":\"walked\",\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}"),
            Map.entry(
                    "PUT /api/contracts/v1/clients/{code}",
                    "{\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}"),
            Map.entry("POST /api/contracts/v1/catalogue/items", LawFirm.read("office-move.json")),
            Map.entry("PUT /api/contracts/v1/catalogue/items/{code}", "{\"name\":\"x\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements",
                    "{\"clientCode\":\"whitfield-crane\",\"title\":\"Managed IT services\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/drafts",
                    "{\"from\":{\"template\":\"weekday\"},\"effectiveFrom\":\"2026-10-01\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions",
                    LawFirm.terms().json()),
            Map.entry(
                    "PUT /api/contracts/v1/agreements/{id}/versions/{number}",
                    LawFirm.terms().json()),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/signatures",
                    "{\"name\":\"x\",\"title\":\"x\",\"contentHash\":\"" + "0".repeat(64) + "\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/terminate",
                    "{\"effectiveTo\":\"2026-10-01\",\"reason\":\"x\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/paper-signatures",
                    "{\"party\":\"CLIENT\",\"name\":\"x\",\"title\":\"x\",\"signedOn\":\"2026-06-30\",\"contentHash\":\""
                            + "0".repeat(64) + "\",\"file\":\"" + "0".repeat(64) + "\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/adopt",
                    "{\"signedOn\":\"2026-06-30\",\"file\":\"" + "0".repeat(64)
                            + "\",\"signers\":[{\"party\":\"MSP\",\"name\":\"x\",\"title\":\"x\"}]}"),
            Map.entry("POST /api/contracts/v1/agreements/{id}/versions/{number}/cancel", "{\"reason\":\"x\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/scope-checks",
                    "{\"clientCode\":\"whitfield-crane\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/examples",
                    "{\"examples\":[{\"title\":\"x\",\"target\":{\"priority\":\"P2\",\"clock\":\"RESPONSE\","
                            + "\"from\":\"2026-06-05T16:30\"}}]}"),
            Map.entry("POST /api/contracts/v1/scope-checks", "{\"clientCode\":\"whitfield-crane\"}"),
            Map.entry("POST /api/contracts/v1/tenants", "{\"name\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/tenants/{id}/suspend", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/tenants/{id}/reactivate", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/tenants/{id}/erasure", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/machine-clients", "{\"name\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/machine-clients/{id}/rotate", "{}"),
            Map.entry("POST /api/contracts/v1/people", "{\"login\":\"walked\"}"),
            Map.entry("POST /api/contracts/v1/people/{id}/roles", "{\"roles\":[\"TECHNICIAN\"]}"),
            Map.entry("POST /api/contracts/v1/people/{id}/deactivate", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/people/{id}/reactivate", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}"));

    private final RoleWalk walk = RoleWalk.of("contracts");

    /** What the placeholders of a path stand for. */
    private record Target(String code, String id) {
        String path(String template) {
            return template.replace("{code}", code)
                    .replace("{id}", id)
                    .replace("{credentialId}", id)
                    .replace("{number}", "1")
                    .replace("{sha256}", "0".repeat(64));
        }
    }

    private static final Target NOTHING =
            new Target("nothing", UUID.randomUUID().toString());

    @Test
    void everyOperationHasItsRow() {
        walk.hasEveryOperation();
    }

    @Test
    void everyOperationLetsInExactlyTheRolesOfTheTable() {
        UUID tenant = TestTenants.fresh();
        listed(tenant, FIRM);
        walk.letsInExactlyTheMarkedRoles(tenant, FIRM, (caller, operation) -> call(caller, operation, NOTHING));
    }

    @Test
    void objectsOfAnotherTenantDoNotExist() {
        Target target = lawFirm(TestTenants.fresh());
        UUID stranger = TestTenants.fresh();
        listed(stranger, "our-own");
        walk.knowsNoObjectOfAnotherTenant(stranger, "our-own", (caller, operation) -> call(caller, operation, target));
        for (String list : List.of("/catalogue/items", "/agreements")) {
            assertEquals(List.of(), owner(stranger).get(API + list).path("items"));
        }
        assertEquals(List.of("our-own"), owner(stranger).get(API + "/clients").path("items.code"));
        assertEquals(
                List.of(),
                owner(stranger).get(API + "/audit?objectType=agreement").path("items"));
    }

    @Test
    void objectsOfAnotherClientDoNotExist() {
        UUID tenant = TestTenants.fresh();
        Target target = lawFirm(tenant);
        listed(tenant, "thames-dental");
        walk.knowsNoObjectOfAnotherClient(
                tenant,
                "thames-dental",
                Set.of("GET /api/contracts/v1/catalogue/items/{code}"),
                (caller, operation) -> call(caller, operation, target));
        for (String list : List.of("/agreements", "/agreements?clientCode=" + FIRM)) {
            assertEquals(
                    List.of(),
                    approver(tenant, "thames-dental", "client-approver")
                            .get(API + list)
                            .path("items"));
        }
        assertEquals(
                List.of("thames-dental"),
                approver(tenant, "thames-dental", "client-approver")
                        .get(API + "/clients")
                        .path("items.code"));
    }

    @Test
    void tokenWithoutATenantOpensNothing() {
        given().auth()
                .oauth2(TestTokens.as("owner").token())
                .get(API + "/clients")
                .then()
                .statusCode(403);
    }

    /** A client whose approver is the one of the walk's tokens. */
    private static void listed(UUID tenant, String code) {
        String client = "{\"code\":\"" + code + "\",\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\","
                + "\"approvers\":[{\"name\":\"x\",\"email\":\"x@example.com\",\"username\":\"client-approver\"}]}";
        once(owner(tenant), client).post(API + "/clients").then().statusCode(201);
    }

    private static Target lawFirm(UUID tenant) {
        String version = new LawFirm(tenant).inCatalogue().active();
        String agreement = version.substring(0, version.indexOf("/versions"));
        return new Target(FIRM, agreement.substring(agreement.lastIndexOf('/') + 1));
    }

    private static int call(RequestSpecification caller, String operation, Target target) {
        String[] parts = operation.split(" ");
        RequestSpecification request = once(caller).header("If-Match", "*");
        if (!parts[0].equals("GET")) {
            request.contentType("application/json").body(BODIES.getOrDefault(operation, ""));
        }
        return request.request(parts[0], target.path(parts[1])).statusCode();
    }
}
