package dev.remit.tickets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import dev.remit.kit.testing.ToldTenant;
import dev.remit.kit.testing.api.ApiDocument;
import dev.remit.kit.testing.api.RightRequest;
import dev.remit.psa.connectwise.CallbackSignature;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** For every operation a request that it takes, in a sandbox with the law firm's office move. */
final class Requests {
    private static final String CALLBACK = """
            {"ID":70123,"Action":"updated","Type":"ticket","Entity":"{}"}""";

    private static final String MEASUREMENT = "/clients/{code}/measurements/{parameter}/{period}";

    private final Msp msp = Msp.withExcuses("2026-06-13T22:00:00Z");
    private final String ticket = msp.send("70123", Snapshot.officeMove());
    private final String workItem = msp.awaitRuled(ticket).getString("workItems[0].id");
    private final String entry = msp.putTime(
                    "e1",
                    Map.of(
                            "sourceUpdatedAt", "2026-06-12T15:35:00Z",
                            "ticket", Map.of("externalId", "70123"),
                            "technician", Map.of("id", "dana", "name", "Dana Ruiz"),
                            "workType", "On-site",
                            "start", "2026-06-12T14:00:00Z",
                            "end", "2026-06-12T15:00:00Z"))
            .path("id");

    Requests() {
        msp.awaitEvents("TimeEntryRecorded", 1);
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
        RightRequest owner = RightRequest.by(token(msp.tenant));
        String path = operation.replaceFirst("^[A-Z]+ " + Msp.API, "");
        return switch (path) {
            case "/connections" ->
                owner.with(
                        "{\"name\":\"second\",\"platform\":\"CANONICAL\",\"signingKey\":\"a key of no fewer than thirty-two letters\"}");
            case "/connections/{id}" -> owner.at("id", msp.connectionId);
            case "/connections/{id}/names" ->
                owner.at("id", msp.connectionId)
                        .with("{\"table\":\"STATUS\",\"name\":\"On hold\",\"means\":\"WAITING_VENDOR\"}");
            case "/connections/{id}/webhook" ->
                RightRequest.by(null)
                        .at("id", msp.connectionId)
                        .with(CALLBACK)
                        .signed(Requests::signature)
                        .takingAnyBody();
            case "/tickets/by-ref/{connection}", "/time-entries/by-ref/{connection}" ->
                sync(operation, owner).at("connection", "cw");
            case "/tickets/by-ref/{connection}/{externalId}" ->
                sync(operation, owner).at("connection", "cw").at("externalId", named(operation, "70123"));
            case "/time-entries/by-ref/{connection}/{externalId}" ->
                sync(operation, owner).at("connection", "cw").at("externalId", named(operation, "e2"));
            case "/time-entries/{id}" -> owner.at("id", entry);
            case "/catalogue-versions/{hash}" ->
                owner.at("hash", msp.get("/tickets/" + ticket + "/rulings").getString("items[0].inputs.catalogueHash"));
            case "/reviews/{id}", "/reviews/{id}/resolve", "/reviews/{id}/dismiss", "/reviews/{id}/retry" ->
                owner.at("id", review());
            case "/reports/clients/{code}" -> owner.at("code", Msp.CLIENT);
            case "/tenants/{id}/export" -> ofOperator(TenantStatus.SUSPENDED);
            case "/tenants/{id}/erasure" -> ofOperator(TenantStatus.ERASED);
            case MEASUREMENT, MEASUREMENT + "/revisions" -> onMeasurement(operation, owner);
            default -> path.startsWith("/tickets/{id}") ? onTicket(owner, path) : owner;
        };
    }

    private static RightRequest ofOperator(TenantStatus standing) {
        return RightRequest.by(TestTokens.as("operator").token())
                .at("id", ToldTenant.told(TestTenants.fresh(), standing).toString());
    }

    /** A new review, of a callback that says nothing. */
    private String review() {
        String body = "{\"number\":\"" + UUID.randomUUID() + "\"}";
        given().contentType("application/json")
                .headers(signature(body))
                .body(body)
                .post(Msp.API + "/connections/" + msp.connectionId + "/webhook")
                .then()
                .statusCode(202);
        return msp.get("/reviews?order=NEWEST&limit=1").getString("items[0].id");
    }

    /** What is deleted is something else, so that the rest is there for the others. */
    private static String named(String operation, String otherwise) {
        return operation.startsWith("DELETE ") ? "gone" : otherwise;
    }

    /** What a platform's sync client alone may send. */
    private RightRequest sync(String operation, RightRequest otherwise) {
        return !operation.startsWith("GET ")
                ? RightRequest.by(TestTokens.as("psa-sync").tenant(msp.tenant).token())
                : otherwise;
    }

    /** Of what has been measured; what is taken back has been said just before. */
    private RightRequest onMeasurement(String operation, RightRequest request) {
        if (!operation.startsWith("PUT ")) {
            msp.posting("owner")
                    .body(Map.of("numerator", 1, "denominator", 2, "source", "Monitor"))
                    .put(Msp.API + "/clients/" + Msp.CLIENT + "/measurements/server-uptime/2026-06")
                    .then()
                    .statusCode(200);
        }
        return request.at("code", Msp.CLIENT).at("parameter", "server-uptime").at("period", "2026-06");
    }

    private RightRequest onTicket(RightRequest request, String path) {
        RightRequest there = request.at("id", ticket);
        if (path.contains("/excuses")) {
            return onLateTicket(request, path);
        }
        if (path.contains("/contests")) {
            return onWaitingTicket(request, path);
        }
        return path.contains("{workItemId}") ? there.at("workItemId", workItem) : there;
    }

    /** A new ticket whose response is late, and the excuse of that where one is named. */
    private RightRequest onLateTicket(RightRequest request, String path) {
        String late = msp.send("late-" + UUID.randomUUID(), Snapshot.officeMove());
        msp.awaitRuled(late);
        RightRequest there = request.at("id", late);
        return path.contains("{excuseId}") ? there.at("excuseId", excuse(late)) : there;
    }

    private String excuse(String late) {
        return msp.posting("owner")
                .body(Map.of(
                        "clock",
                        "RESPONSE",
                        "cycle",
                        "created",
                        "reason",
                        "FORCE_MAJEURE",
                        "note",
                        "The grid was down"))
                .post(Msp.API + "/tickets/" + late + "/excuses")
                .path("id");
    }

    /** A new ticket that waits for a yes, whatever statuses come to mean, and the contest of that where one is named. */
    private RightRequest onWaitingTicket(RightRequest request, String path) {
        String waiting = msp.send("waiting-" + UUID.randomUUID(), Snapshot.officeMove());
        msp.awaitRuled(waiting);
        msp.quoteSent(waiting, UUID.randomUUID(), "2026-06-12T14:00:00Z");
        String wait = msp.awaitUntil("/tickets/" + waiting + "/clocks", read -> !read.getList("waits")
                        .isEmpty())
                .getString("waits[0].key");
        RightRequest there = request.at("id", waiting);
        return path.contains("{contestId}")
                ? there.at("contestId", contest(waiting, wait))
                : there.with("{\"waitKey\":\"" + wait
                        + "\",\"reason\":\"They rang us\",\"onBehalfOf\":\"Alice Whitfield\"}");
    }

    private String contest(String waiting, String wait) {
        return msp.posting("owner")
                .body(Map.of("waitKey", wait, "reason", "They rang us", "onBehalfOf", "Alice Whitfield"))
                .post(Msp.API + "/tickets/" + waiting + "/contests")
                .path("id");
    }

    private static Map<String, String> signature(String body) {
        return Map.of(CallbackSignature.HEADER, CallbackSignature.of(body.getBytes(UTF_8), Msp.SIGNING_KEY));
    }
}
