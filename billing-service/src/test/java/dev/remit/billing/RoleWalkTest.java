package dev.remit.billing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every cell of this service's table in docs/roles.md. */
@QuarkusTest
class RoleWalkTest extends BillingTest {
    private static final String SECTION = "## billing";

    /** What gets an operation past its validation; the others need no body. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /api/billing/v1/quotes/{id}", "{\"summary\":\"x\"}"),
            Map.entry(
                    "POST /api/billing/v1/quotes",
                    "{\"workItemId\":\"0198c0de-0000-7000-8000-00000000dead\",\"summary\":\"x\",\"cap\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/approve", "{\"typedName\":\"x\"}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/decline", "{\"typedName\":\"x\",\"reason\":\"x\"}"),
            Map.entry("POST /api/billing/v1/cut-offs", "{\"through\":\"2000-01-01\"}"),
            Map.entry("POST /api/billing/v1/extras/acknowledgements", "{\"through\":1,\"reference\":\"x\"}"),
            Map.entry("POST /api/billing/v1/export-batches", "{}"),
            Map.entry("POST /api/billing/v1/export-batches/{number}/acknowledgement", "{\"reference\":\"x\"}"),
            Map.entry("POST /api/billing/v1/ratings/simulations", "[]"),
            Map.entry("POST /api/billing/v1/sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}"));

    @Test
    void everyOperationLetsInExactlyTheRolesOfTheTable() throws IOException {
        Map<String, Set<String>> table = table();
        assertEquals(operations(), new TreeSet<>(table.keySet()), "operations of the API and rows of docs/roles.md");
        List<String> wrong = new ArrayList<>();
        UUID tenant = TestTenants.fresh();
        table.forEach((operation, allowed) -> {
            check(
                    wrong,
                    operation,
                    "no token",
                    call(given(), operation, UUID.randomUUID().toString(), "9") == 401);
            for (String role : columns()) {
                int status =
                        call(token(tenant, role), operation, UUID.randomUUID().toString(), "9");
                boolean in = status != 401 && status != 403;
                check(wrong, operation, role + " answered " + status, in == allowed.contains(role));
            }
        });
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    @Test
    void objectsOfAnotherTenantDoNotExist() throws IOException {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        once(as(firm.tenant, "owner"))
                .body("{}")
                .post(API + "/export-batches")
                .then()
                .statusCode(201);
        String extra = (String) firm.extras().getFirst().get("id");
        UUID stranger = TestTenants.fresh();
        List<String> wrong = new ArrayList<>();
        table().forEach((operation, allowed) -> {
            if (operation.contains("{")) {
                String id = operation.contains("/quotes/") ? quote : extra;
                for (String role : allowed) {
                    int status = call(token(stranger, role), operation, id, "1");
                    check(wrong, operation, role + " answered " + status, status == 404);
                }
            }
        });
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        for (String list : List.of("/quotes", "/extras", "/extras/feed", "/export-batches")) {
            assertEquals(
                    List.of(),
                    as(stranger, "owner")
                            .get(API + list)
                            .then()
                            .statusCode(200)
                            .extract()
                            .path("items"));
        }
    }

    @Test
    void objectsOfAnotherClientDoNotExist() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        String extra = (String) firm.extras().getFirst().get("id");
        partner(firm.tenant).get(API + "/quotes/" + quote).then().statusCode(200);
        partner(firm.tenant).get(API + "/extras/" + extra).then().statusCode(200);
        approver(firm.tenant, "another-client", "partner")
                .get(API + "/quotes/" + quote)
                .then()
                .statusCode(404);
        approver(firm.tenant, "another-client", "partner")
                .get(API + "/extras/" + extra)
                .then()
                .statusCode(404);
        assertEquals(
                List.of(),
                approver(firm.tenant, "another-client", "partner")
                        .get(API + "/extras")
                        .path("items"));
        assertEquals(
                List.of(),
                partner(firm.tenant)
                        .get(API + "/extras?clientCode=another-client")
                        .path("items"));
    }

    private static void check(List<String> wrong, String operation, String what, boolean holds) {
        if (!holds) {
            wrong.add(operation + ": " + what);
        }
    }

    private static RequestSpecification token(UUID tenant, String role) {
        TestTokens tokens = TestTokens.as(role).tenant(tenant);
        return given().auth().oauth2((role.equals("client-approver") ? tokens.client(LawFirm.CODE) : tokens).token());
    }

    private static int call(RequestSpecification request, String operation, String id, String number) {
        String[] parts = operation.split(" ");
        RequestSpecification prepared =
                request.header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", "*");
        if (!parts[0].equals("GET")) {
            prepared.contentType("application/json").body(BODIES.getOrDefault(operation, ""));
        }
        return prepared.request(parts[0], parts[1].replace("{id}", id).replace("{number}", number))
                .statusCode();
    }

    private static Set<String> operations() {
        Map<String, Map<String, Object>> paths = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        Set<String> operations = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "put", "post", "delete", "patch")::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }

    private static List<String> section() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/roles.md"));
        int start = lines.indexOf(SECTION);
        assertTrue(start >= 0, "docs/roles.md has no section " + SECTION);
        return lines.subList(start + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .toList();
    }

    private static List<String> columns() {
        try {
            return cells(section().getFirst()).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        List<String> columns = columns();
        section().stream().skip(2).map(RoleWalkTest::cells).forEach(cells -> {
            Set<String> allowed = new TreeSet<>();
            for (int i = 1; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    allowed.add(columns.get(i - 1));
                }
            }
            table.put(cells.getFirst().replace("`", ""), allowed);
        });
        return table;
    }

    private static List<String> cells(String line) {
        String[] cells = line.substring(1).split("\\|", -1);
        return Arrays.stream(cells).limit(cells.length - 1L).map(String::strip).toList();
    }
}
