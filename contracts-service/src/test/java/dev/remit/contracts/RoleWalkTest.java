package dev.remit.contracts;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.RoleTable;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every cell of this service's table in docs/roles.md. */
@QuarkusTest
class RoleWalkTest extends ContractsTest {
    private static final String FIRM = "whitfield-crane";
    private static final Set<Integer> KEPT_OUT = Set.of(401, 403);

    /** What gets an operation past its validation; the others need no body. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /api/contracts/v1/clients", LawFirm.read("client.json")),
            Map.entry(
                    "PUT /api/contracts/v1/clients/{code}",
                    "{\"name\":\"x\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}"),
            Map.entry("POST /api/contracts/v1/catalogue/items", LawFirm.read("office-move.json")),
            Map.entry("PUT /api/contracts/v1/catalogue/items/{code}", "{\"name\":\"x\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements",
                    "{\"clientCode\":\"whitfield-crane\",\"title\":\"Managed IT services\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions",
                    LawFirm.terms().json()),
            Map.entry(
                    "PUT /api/contracts/v1/agreements/{id}/versions/{number}",
                    LawFirm.terms().json()),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/signatures",
                    "{\"name\":\"x\",\"contentHash\":\"" + "0".repeat(64) + "\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/terminate",
                    "{\"effectiveTo\":\"2026-10-01\"}"),
            Map.entry("POST /api/contracts/v1/scope-checks", "{\"clientCode\":\"whitfield-crane\"}"),
            Map.entry("POST /api/contracts/v1/sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}"));

    private final RoleTable table = RoleTable.of("contracts");

    /** What the placeholders of a path stand for. */
    private record Target(String code, String id) {
        String path(String template) {
            return template.replace("{code}", code).replace("{id}", id).replace("{number}", "1");
        }
    }

    private static final Target NOTHING =
            new Target("nothing", UUID.randomUUID().toString());

    @Test
    void everyOperationHasItsRow() {
        assertEquals(RoleTable.described(), table.operations(), "operations of the API and rows of docs/roles.md");
    }

    @Test
    void everyOperationLetsInExactlyTheRolesOfTheTable() {
        List<String> wrong = new ArrayList<>();
        table.allowed().forEach((operation, allowed) -> {
            int stranger = call(given(), operation, NOTHING);
            if (stranger != 401) {
                wrong.add(operation + " without a token answered " + stranger);
            }
            for (String role : table.roles()) {
                int status = call(token(TestTenants.fresh(), role, FIRM), operation, NOTHING);
                if (KEPT_OUT.contains(status) == allowed.contains(role)) {
                    wrong.add(operation + " answered " + role + " with " + status);
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void objectsOfAnotherTenantDoNotExist() {
        Target target = lawFirm(TestTenants.fresh());
        List<String> wrong = new ArrayList<>();
        UUID stranger = TestTenants.fresh();
        table.allowed().forEach((operation, allowed) -> {
            if (operation.contains("{")) {
                for (String role : allowed) {
                    int status = call(token(stranger, role, FIRM), operation, target);
                    if (status != 404) {
                        wrong.add(operation + " answered " + role + " of another tenant with " + status);
                    }
                }
            }
        });
        assertEquals(List.of(), wrong);
        for (String list : List.of("/clients", "/catalogue/items", "/agreements")) {
            assertEquals(List.of(), owner(stranger).get(API + list).path("items"));
        }
    }

    @Test
    void objectsOfAnotherClientDoNotExist() {
        UUID tenant = TestTenants.fresh();
        Target target = lawFirm(tenant);
        List<String> wrong = new ArrayList<>();
        table.allowed().forEach((operation, allowed) -> {
            boolean ofAClient = operation.contains("{") && !operation.contains("/catalogue/");
            if (ofAClient && allowed.contains("client-approver")) {
                int status = call(token(tenant, "client-approver", "thames-dental"), operation, target);
                if (status != 404) {
                    wrong.add(operation + " answered another client's approver with " + status);
                }
            }
        });
        assertEquals(List.of(), wrong);
        for (String list : List.of("/clients", "/agreements", "/agreements?clientCode=" + FIRM)) {
            assertEquals(
                    List.of(),
                    approver(tenant, "thames-dental", "priya").get(API + list).path("items"));
        }
    }

    @Test
    void tokenWithoutATenantOpensNothing() {
        given().auth()
                .oauth2(TestTokens.as("owner").token())
                .get(API + "/clients")
                .then()
                .statusCode(403);
    }

    private static Target lawFirm(UUID tenant) {
        String version = new LawFirm(tenant).inCatalogue().active();
        String agreement = version.substring(0, version.indexOf("/versions"));
        return new Target(FIRM, agreement.substring(agreement.lastIndexOf('/') + 1));
    }

    private static RequestSpecification token(UUID tenant, String role, String client) {
        TestTokens tokens = TestTokens.as(role).tenant(tenant);
        boolean bound = role.equals("client-approver");
        return given().auth().oauth2((bound ? tokens.client(client) : tokens).token());
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
