package dev.remit.notifications;

import static dev.remit.notifications.NotificationsTest.API;
import static io.restassured.RestAssured.given;

import dev.remit.kit.feed.FeedConsumers;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import dev.remit.kit.testing.ToldTenant;
import dev.remit.kit.testing.api.ApiDocument;
import dev.remit.kit.testing.api.RightRequest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** For every operation a request that it takes, each on a subscription of its own. */
final class Requests {
    private final Msp msp;

    Requests(FeedConsumers consumers) {
        msp = new Msp(consumers).clientKnown();
    }

    static URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    static ApiDocument document() {
        return ApiDocument.parse(given().get("/q/openapi?format=json").asString());
    }

    static String token(UUID tenant) {
        return TestTokens.as("owner").tenant(tenant).token();
    }

    RightRequest to(String operation) {
        RightRequest request = RightRequest.by(token(msp.tenant));
        String path = operation.replaceFirst("^[A-Z]+ " + API, "");
        return switch (path) {
            case "/sandbox/clock" -> RightRequest.by(token(TestTenants.OTHER_SANDBOX));
            case "/tenants/{id}/export" -> ofOperator(TenantStatus.SUSPENDED);
            case "/tenants/{id}/erasure" -> ofOperator(TenantStatus.ERASED);
            case "/clients/{code}/mail" -> request.at("code", Msp.CLIENT);
            case "/deliveries/{id}", "/deliveries/{id}/replay" -> request.at("id", delivery());
            default -> path.startsWith("/subscriptions/{id}") ? request.at("id", subscription()) : request;
        };
    }

    private String delivery() {
        return NotificationsTest.once(NotificationsTest.as(msp.tenant, "owner"))
                .post(API + "/subscriptions/" + subscription() + "/deliveries/test")
                .path("id");
    }

    private String subscription() {
        return msp.subscribe(List.of(), List.of()).path("subscription.id");
    }

    private static RightRequest ofOperator(TenantStatus standing) {
        return RightRequest.by(TestTokens.as("operator").token())
                .at("id", ToldTenant.told(TestTenants.fresh(), standing).toString());
    }
}
