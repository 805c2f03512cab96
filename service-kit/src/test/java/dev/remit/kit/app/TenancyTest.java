package dev.remit.kit.app;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenancyTest extends KitTest {
    @Inject
    Tenancy tenancy;

    @Inject
    Gadgets gadgets;

    @Test
    void listsAndGetsOnlyTheTokensTenant() {
        UUID mine = TestTenants.fresh();
        UUID theirs = TestTenants.fresh();
        String id = make(mine, "ladder");
        make(theirs, "crane");
        owner(mine).get(GADGETS).then().statusCode(200).body("items.name", contains("ladder"));
        owner(theirs).get(GADGETS + "/" + id).then().statusCode(404);
    }

    @Test
    void tokenWithoutTenantIsRefused() {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.as("owner").token())
                .get(GADGETS)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://remit.dev/problems/no-tenant"));
    }

    @Test
    void backgroundWorkSeesItsTenantOnly() {
        UUID mine = TestTenants.fresh();
        make(mine, "ladder");
        long ours = tenancy.callAs(mine, gadgets::count);
        long others = tenancy.callAs(TestTenants.fresh(), gadgets::count);
        assertEquals(1, ours);
        assertEquals(0, others);
    }

    @Test
    void workDoesNotNest() {
        UUID tenant = TestTenants.fresh();
        Runnable nothing = () -> {};
        var refusal = assertThrows(
                IllegalStateException.class, () -> tenancy.runAs(tenant, () -> tenancy.runAs(tenant, nothing)));
        assertTrue(refusal.getMessage().contains("inside work for tenant"), refusal.getMessage());
    }
}
