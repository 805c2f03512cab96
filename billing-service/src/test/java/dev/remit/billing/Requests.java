package dev.remit.billing;

import static dev.remit.billing.BillingTest.API;
import static dev.remit.billing.BillingTest.as;
import static dev.remit.billing.BillingTest.once;
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
import java.util.UUID;

/** For every operation a request that it takes, each decision on a quote of its own. */
final class Requests {
    private final FeedConsumers consumers;
    private final LawFirm firm;
    private final String quote;
    private final String batch;

    Requests(FeedConsumers consumers) {
        this.consumers = consumers;
        this.firm = new LawFirm(TestTenants.fresh(), consumers).ruledExtra();
        this.quote = firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        this.batch = once(as(firm.tenant, "owner"))
                .body("{}")
                .post(API + "/export-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("number")
                .toString();
        firm.recorded(firm.entry("miguel", "2026-07-11T12:00:00Z", "2026-07-11T13:00:00Z"));
        firm.cutOff("2026-07-31").then().statusCode(200);
    }

    static URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    static ApiDocument document() {
        return ApiDocument.parse(given().get("/q/openapi?format=json").asString());
    }

    /** Of the role that each operation lets in. */
    static String token(UUID tenant, String operation) {
        TestTokens finance = TestTokens.as("owner", "finance").tenant(tenant);
        boolean decision = operation.endsWith("/approve") || operation.endsWith("/decline");
        return (decision
                        ? TestTokens.as("client-approver")
                                .tenant(tenant)
                                .client(LawFirm.CODE)
                                .username("partner")
                        : finance)
                .token();
    }

    RightRequest to(String operation) {
        RightRequest request = RightRequest.by(token(firm.tenant, operation));
        return switch (operation.replaceFirst("^[A-Z]+ " + API, "")) {
            case "/quotes" ->
                request.with("{\"workItemId\":\"" + firm.workItem + "\",\"summary\":\"A second afternoon\","
                        + "\"cap\":{\"amount\":\"500.00\",\"currency\":\"USD\"}}");
            case "/quotes/{id}" -> operation.startsWith("PUT") ? onDraft(operation) : request.at("id", quote);
            case "/quotes/{id}/shown" -> request.at("id", quote);
            case "/work-items/{id}/estimates" ->
                request.with("{\"lines\":[{\"what\":\"An hour\",\"minutes\":60}]}")
                        .at("id", firm.workItem.toString());
            case "/quotes/{id}/send" -> onDraft(operation);
            case "/quotes/{id}/approve", "/quotes/{id}/decline", "/quotes/{id}/withdraw", "/quotes/{id}/readdress" ->
                onSent(operation);
            case "/extras/{id}", "/extras/{id}/evidence" ->
                request.at("id", (String) firm.extras().getFirst().get("id"));
            case "/cut-offs/{id}" ->
                request.at("id", as(firm.tenant, "owner").get(API + "/cut-offs").path("items[0].id"));
            case "/export-batches/{number}", "/export-batches/{number}/lines.csv" -> request.at("number", batch);
            case "/export-batches/{number}/acknowledgement" -> request.at("number", batch);
            case "/sandbox/clock" -> RightRequest.by(token(TestTenants.OTHER_SANDBOX, operation));
            case "/tenants/{id}/export" -> ofOperator(TenantStatus.SUSPENDED);
            case "/tenants/{id}/erasure" -> ofOperator(TenantStatus.ERASED);
            default -> request;
        };
    }

    private static RightRequest ofOperator(TenantStatus standing) {
        return RightRequest.by(TestTokens.as("operator").token())
                .at("id", ToldTenant.told(TestTenants.fresh(), standing).toString());
    }

    private RightRequest onDraft(String operation) {
        LawFirm another = new LawFirm(TestTenants.fresh(), consumers).ruledExtra();
        String draft = another.initialQuote();
        as(another.tenant, "service-desk")
                .header("If-Match", another.etag(draft))
                .body("{\"cap\":{\"amount\":\"4000.00\",\"currency\":\"USD\"}}")
                .put(API + "/quotes/" + draft)
                .then()
                .statusCode(200);
        return RightRequest.by(token(another.tenant, operation)).at("id", draft);
    }

    private RightRequest onSent(String operation) {
        LawFirm another = new LawFirm(TestTenants.fresh(), consumers).ruledExtra();
        String sent = another.sent("4000.00");
        return RightRequest.by(token(another.tenant, operation)).at("id", sent);
    }
}
