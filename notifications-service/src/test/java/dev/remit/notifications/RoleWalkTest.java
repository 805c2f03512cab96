package dev.remit.notifications;

import static org.hamcrest.Matchers.empty;

import dev.remit.kit.testing.RoleWalk;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Walks every cell of this service's table in docs/roles.md. */
@QuarkusTest
class RoleWalkTest extends NotificationsTest {
    /** What gets an operation past its validation; the others need no body. */
    private static final Map<String, String> BODIES = Map.of(
            "POST " + API + "/subscriptions",
            "{\"url\":\"" + Msp.RECEIVER + "\"}",
            "PUT " + API + "/subscriptions/{id}",
            "{\"url\":\"" + Msp.RECEIVER + "\"}",
            "POST " + API + "/subscriptions/{id}/rotate",
            "{}",
            "POST " + API + "/subscriptions/{id}/deliveries/replay",
            "{\"from\":\"2030-01-01T00:00:00Z\",\"until\":\"2030-01-02T00:00:00Z\"}",
            "PUT " + API + "/mail-settings",
            "{}",
            "PUT " + API + "/me/mail",
            "{}",
            "PUT " + API + "/clients/{code}/mail",
            "{}",
            "POST " + API + "/sandbox/clock",
            "{\"now\":\"2030-01-01T00:00:00Z\"}");

    private final RoleWalk walk = RoleWalk.of("notifications");

    @Test
    void everyOperationHasItsRow() {
        walk.hasEveryOperation();
    }

    @Test
    void everyOperationLetsInExactlyTheRolesOfTheTable() {
        Msp msp = new Msp(consumers).clientChanged(1, approvers());
        walk.letsInExactlyTheMarkedRoles(
                msp.tenant,
                Msp.CLIENT,
                (caller, operation) -> call(
                        caller,
                        operation.replace("{code}", Msp.CLIENT),
                        UUID.randomUUID().toString()));
    }

    @Test
    void objectsOfAnotherTenantDoNotExist() {
        Msp msp = new Msp(consumers).clientKnown();
        String subscription = msp.subscribe(List.of(), List.of()).path("subscription.id");
        Msp stranger = new Msp(consumers).clientChanged(1, approvers());
        walk.knowsNoObjectOfAnotherTenant(
                stranger.tenant, Msp.CLIENT, (caller, operation) -> call(caller, operation, subscription));
        as(stranger.tenant, "owner")
                .get(API + "/subscriptions")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private static List<Map<String, Object>> approvers() {
        return List.of(Map.of(
                "username", "client-approver", "subject", TestTokens.subject("client-approver"), "active", true));
    }

    private static int call(RequestSpecification caller, String operation, String id) {
        String[] parts = operation.split(" ");
        RequestSpecification request = once(caller).header("If-Match", "*");
        if (!parts[0].equals("GET")) {
            request.contentType("application/json")
                    .body(BODIES.getOrDefault(operation.replace(Msp.CLIENT, "{code}"), ""));
        }
        return request.request(parts[0], parts[1].replace("{id}", id).replace("{code}", "a-client-of-theirs"))
                .statusCode();
    }
}
