package dev.remit.contracts;

import static io.restassured.RestAssured.given;

import dev.remit.contracts.machines.NewMachines;
import dev.remit.contracts.people.NewPeople;
import dev.remit.contracts.tenants.NewTenants;
import dev.remit.contracts.tenants.Pngs;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import dev.remit.kit.testing.api.ApiDocument;
import dev.remit.kit.testing.api.RightRequest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** For every operation a request that it takes, each that changes something on an object of its own. */
final class Requests {
    private final UUID tenant;
    private final LawFirm firm;

    Requests(UUID tenant) {
        this.tenant = tenant;
        this.firm = new LawFirm(tenant).inCatalogue();
    }

    static URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    static ApiDocument document() {
        return ApiDocument.parse(given().get("/q/openapi?format=json").asString());
    }

    RightRequest to(String operation) {
        RightRequest owner = RightRequest.by(token(tenant));
        String path = operation.replaceFirst("^[A-Z]+ /api/contracts/v1", "");
        return switch (path) {
            case "/clients" ->
                owner.with(
                        "{\"code\":\"thames-dental\",\"name\":\"Thames Dental\",\"timeZone\":\"Europe/London\",\"currency\":\"GBP\"}");
            case "/clients/{code}" -> owner.at("code", "whitfield-crane");
            case "/catalogue/items" ->
                owner.with(LawFirm.read("office-move.json").replace("\"office-move\"", "\"move\""));
            case "/catalogue/items/{code}" -> owner.at("code", "password-reset");
            case "/agreements/{id}" -> owner.at("id", id(firm.agreement()));
            case "/agreements/{id}/versions" ->
                owner.at("id", id(firm.agreement())).with(LawFirm.terms().json());
            case "/agreements/{id}/drafts" ->
                owner.at("id", id(firm.agreement()))
                        .with("{\"from\":{\"template\":\"weekday\"},\"effectiveFrom\":\"" + LawFirm.today() + "\"}");
            case "/agreements/{id}/versions/{number}/deviations" -> at(owner, firm.copy(firm.agreement(), "weekday"));
            case "/agreements/{id}/versions/{number}/difference",
                    "/agreements/{id}/versions/{number}/difference.txt" -> {
                String agreement = firm.agreement();
                firm.draft(agreement, LawFirm.terms());
                yield at(owner, firm.draft(agreement, LawFirm.terms()));
            }
            case "/agreements/{id}/versions/{number}/verification", "/agreements/{id}/versions/{number}/changes" ->
                at(owner, proposed());
            case "/agreements/{id}/versions/{number}",
                    "/agreements/{id}/versions/{number}/lint",
                    "/agreements/{id}/versions/{number}/terms" ->
                at(owner, draft())
                        .with(operation.startsWith("PUT") ? LawFirm.terms().json() : null);
            case "/agreements/{id}/versions/{number}/document", "/agreements/{id}/versions/{number}/reading-copy" ->
                at(owner, proposed());
            case "/agreements/{id}/versions/{number}/propose",
                    "/agreements/{id}/versions/{number}/examples",
                    "/agreements/{id}/versions/{number}/scope-checks" -> at(owner, draft());
            case "/agreements/{id}/versions/{number}/withdraw" -> at(owner, proposed());
            case "/agreements/{id}/versions/{number}/signatures" -> {
                String version = draft();
                yield at(owner, version)
                        .with("{\"name\":\"John Beacon\",\"title\":\"Owner\",\"contentHash\":\"" + firm.propose(version)
                                + "\"}");
            }
            case "/agreements/{id}/files/{sha256}" -> {
                String agreement = firm.agreement();
                yield owner.at("id", id(agreement)).at("sha256", firm.file(agreement));
            }
            case "/agreements/{id}/versions/{number}/paper-signatures" -> {
                String version = draft();
                yield at(owner, version).with(firm.paperSignature(version, firm.propose(version)));
            }
            case "/agreements/{id}/versions/{number}/adopt" ->
                ofAnotherFirm(LawFirm::withScan).with(LawFirm.adoption());
            case "/agreements/{id}/versions/{number}/activate" ->
                ofAnotherFirm(other -> other.signed(other.agreement(), LawFirm.terms()));
            case "/agreements/{id}/versions/{number}/terminate" -> ofAnotherFirm(LawFirm::active);
            case "/agreements/{id}/versions/{number}/cancel" -> ofAnotherFirm(LawFirm::scheduled);
            case "/agreements/{id}/versions/{number}/keep" ->
                ofAnotherFirm(other -> {
                    String version = other.scheduled();
                    other.cancelByMsp(version, "The move is put off.");
                    return version;
                });
            case "/tenants" -> RightRequest.by(operator()).with(newTenant());
            case "/tenants/{id}", "/tenants/{id}/suspend", "/tenants/{id}/reactivate" ->
                RightRequest.by(operator()).at("id", madeTenant());
            case "/tenants/{id}/export" -> RightRequest.by(operator()).at("id", suspendedTenant());
            case "/tenants/{id}/erasure" ->
                RightRequest.by(operator()).at("id", operation.startsWith("GET") ? erasedTenant() : suspendedTenant());
            case "/machine-clients" -> owner.with(NewMachines.sync());
            case "/machine-clients/{id}", "/machine-clients/{id}/rotate", "/machine-clients/{id}/revoke" ->
                owner.at("id", NewMachines.make(tenant).path("machineClient.id"));
            case "/machine-clients/{id}/credentials/{credentialId}/end" -> {
                Response made = NewMachines.make(tenant);
                yield owner.at("id", made.path("machineClient.id"))
                        .at("credentialId", made.path("machineClient.credentials[0].id"));
            }
            case "/logo" -> operation.startsWith("PUT") ? owner.with(picture()).signed(Requests::aPicture) : owner;
            case "/people" -> owner.with(NewPeople.technician());
            case "/people/{id}",
                    "/people/{id}/invite",
                    "/people/{id}/roles",
                    "/people/{id}/deactivate",
                    "/people/{id}/reactivate" ->
                owner.at("id", NewPeople.invite(tenant).path("person.id"));
            case "/sandbox/clock" -> RightRequest.by(token(TestTenants.OTHER_SANDBOX));
            default -> owner;
        };
    }

    private static String picture() {
        return new String(Pngs.of(64, 64), StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> aPicture(String body) {
        return Map.of("Content-Type", "image/png");
    }

    static String token(UUID tenant) {
        return TestTokens.as("owner").tenant(tenant).name("John Beacon").token();
    }

    static String operator() {
        return TestTokens.as("operator").token();
    }

    private static String newTenant() {
        return NewTenants.body("ann-" + UUID.randomUUID(), Map.of("temporaryPassword", "violet-harbour-38"));
    }

    private static String madeTenant() {
        return ContractsTest.once(given().auth().oauth2(operator()), newTenant())
                .post(ContractsTest.API + "/tenants")
                .path("tenant.id");
    }

    private static String suspendedTenant() {
        return stand(madeTenant(), "suspend");
    }

    private static String erasedTenant() {
        return stand(suspendedTenant(), "erasure");
    }

    private static String stand(String tenant, String action) {
        given().auth()
                .oauth2(operator())
                .contentType("application/json")
                .body(Map.of("reason", "Left"))
                .post(ContractsTest.API + "/tenants/" + tenant + "/" + action)
                .then()
                .statusCode(200);
        return tenant;
    }

    /** A client has one agreement on any date, so what is signed is another firm's. */
    private static RightRequest ofAnotherFirm(Function<LawFirm, String> version) {
        UUID other = TestTenants.fresh();
        return at(RightRequest.by(token(other)), version.apply(new LawFirm(other).inCatalogue()));
    }

    private String draft() {
        return firm.draft(firm.agreement(), LawFirm.terms());
    }

    private String proposed() {
        String version = draft();
        firm.propose(version);
        return version;
    }

    private static RightRequest at(RightRequest request, String version) {
        return request.at("id", id(version.replaceFirst("/versions/.*", "")))
                .at("number", version.substring(version.lastIndexOf('/') + 1));
    }

    private static String id(String agreement) {
        return agreement.substring(agreement.lastIndexOf('/') + 1);
    }
}
