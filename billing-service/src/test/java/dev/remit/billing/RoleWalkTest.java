package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.RoleWalk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every cell of this service's table in docs/roles.md. */
@QuarkusTest
class RoleWalkTest extends BillingTest {
    /** What gets an operation past its validation; the others need no body. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PUT /api/billing/v1/quotes/{id}", "{\"summary\":\"x\"}"),
            Map.entry(
                    "POST /api/billing/v1/quotes",
                    "{\"workItemId\":\"0198c0de-0000-7000-8000-00000000dead\",\"summary\":\"x\",\"cap\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/withdraw", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/readdress", "{\"approverLogin\":\"partner\"}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/approve", "{\"typedName\":\"x\"}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/decline", "{\"typedName\":\"x\",\"reason\":\"x\"}"),
            Map.entry("POST /api/billing/v1/cut-offs", "{\"through\":\"2000-01-01\"}"),
            Map.entry("POST /api/billing/v1/finance-feed/acknowledgements", "{\"through\":1,\"reference\":\"x\"}"),
            Map.entry("POST /api/billing/v1/export-batches", "{}"),
            Map.entry("POST /api/billing/v1/export-batches/{number}/acknowledgement", "{\"reference\":\"x\"}"),
            Map.entry(
                    "POST /api/billing/v1/work-items/{id}/estimates", "{\"lines\":[{\"what\":\"x\",\"minutes\":60}]}"),
            Map.entry("POST /api/billing/v1/ratings/simulations", "{\"cases\":[]}"),
            Map.entry("POST /api/billing/v1/sandbox/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}"));

    private final RoleWalk walk = RoleWalk.of("billing");

    @Test
    void everyOperationHasItsRow() {
        walk.hasEveryOperation();
    }

    @Test
    void everyOperationLetsInExactlyTheRolesOfTheTable() {
        LawFirm firm = firm();
        firm.anotherClientKnown(LawFirm.CODE, "client-approver");
        walk.letsInExactlyTheMarkedRoles(
                firm.tenant,
                LawFirm.CODE,
                (caller, operation) -> call(caller, operation, UUID.randomUUID().toString(), "9"));
    }

    @Test
    void objectsOfAnotherTenantDoNotExist() {
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
        LawFirm strangers = firm();
        strangers.anotherClientKnown(LawFirm.CODE, "client-approver");
        UUID stranger = strangers.tenant;
        walk.knowsNoObjectOfAnotherTenant(
                stranger,
                LawFirm.CODE,
                (caller, operation) -> call(caller, operation, id(operation, firm, quote, extra), "1"));
        for (String list : List.of("/quotes", "/extras", "/finance-feed", "/export-batches", "/audit")) {
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
        String quote = firm.sent("4000.00");
        firm.recorded(firm.saturday("dana"));
        String extra = (String) firm.extras().getFirst().get("id");
        partner(firm.tenant).get(API + "/quotes/" + quote).then().statusCode(200);
        partner(firm.tenant).get(API + "/extras/" + extra).then().statusCode(200);
        firm.anotherClientKnown("another-client", "client-approver");
        walk.knowsNoObjectOfAnotherClient(
                firm.tenant,
                "another-client",
                Set.of(),
                (caller, operation) -> call(caller, operation, id(operation, firm, quote, extra), "1"));
        assertEquals(
                List.of(),
                approver(firm.tenant, "another-client", "client-approver")
                        .get(API + "/extras")
                        .path("items"));
        assertEquals(
                List.of(),
                partner(firm.tenant)
                        .get(API + "/extras?clientCode=another-client")
                        .path("items"));
    }

    private static String id(String operation, LawFirm firm, String quote, String extra) {
        if (operation.contains("/work-items/")) {
            return firm.workItem.toString();
        }
        return operation.contains("/quotes/") ? quote : extra;
    }

    private static int call(RequestSpecification caller, String operation, String id, String number) {
        String[] parts = operation.split(" ");
        RequestSpecification request = once(caller).header("If-Match", "*");
        if (!parts[0].equals("GET")) {
            request.contentType("application/json").body(BODIES.getOrDefault(operation, ""));
        }
        return request.request(parts[0], parts[1].replace("{id}", id).replace("{number}", number))
                .statusCode();
    }
}
