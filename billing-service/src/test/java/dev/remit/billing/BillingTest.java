package dev.remit.billing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.remit.kit.feed.FeedConsumers;
import dev.remit.kit.testing.MySqlTestResource;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** The service under test, on a real MySQL, with the services it listens to. */
@QuarkusTestResource(value = MySqlTestResource.class, initArgs = @ResourceArg(name = "module", value = "billing"))
@QuarkusTestResource(UpstreamResource.class)
abstract class BillingTest {
    static final String API = "/api/billing/v1";

    @Inject
    FeedConsumers consumers;

    private final List<LawFirm> firms = new ArrayList<>();

    /** A law firm of a fresh tenant. */
    LawFirm firm() {
        LawFirm firm = new LawFirm(TestTenants.fresh(), consumers);
        firms.add(firm);
        return firm;
    }

    /** Whatever a test did with its lines, the engines come to them again from the evidence alone. */
    @AfterEach
    void everyLineFollowsFromItsEvidence() {
        firms.forEach(firm -> EvidenceCheck.everyLineFollows(firm.tenant));
    }

    static RequestSpecification as(UUID tenant, String... roles) {
        return given().auth()
                .oauth2(TestTokens.as(roles).tenant(tenant).token())
                .contentType("application/json");
    }

    static RequestSpecification partner(UUID tenant) {
        return approver(tenant, LawFirm.CODE, "partner");
    }

    static RequestSpecification approver(UUID tenant, String client, String username) {
        return given().auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(tenant)
                        .client(client)
                        .username(username)
                        .token())
                .contentType("application/json");
    }

    static RequestSpecification once(RequestSpecification request) {
        return request.header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** What the service has told of a firm. Sequencing follows a commit within moments, so the feed is read until nothing is on its way. */
    static List<Map<String, Object>> events(LawFirm firm) {
        long[] after = {0};
        List<Map<String, Object>> found = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Response page = RestAssured.given()
                    .auth()
                    .oauth2(TestTokens.service().token())
                    .get("/internal/v1/feed?limit=1000&wait=1&after=" + after[0]);
            List<Map<String, Object>> items = page.path("items");
            for (Map<String, Object> item : items) {
                after[0] = ((Number) item.get("position")).longValue();
                if (item.get("tenant").equals(firm.tenant.toString())) {
                    found.add(item);
                }
            }
            return items.isEmpty();
        });
        return found;
    }
}
