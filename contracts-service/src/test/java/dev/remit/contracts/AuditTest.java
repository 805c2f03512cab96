package dev.remit.contracts;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the first draft to both signatures, everything is on record with its author. */
@QuarkusTest
class AuditTest extends ContractsTest {
    private final UUID tenant = TestTenants.fresh();

    @Test
    void theWayOfAContractIsOnRecord() {
        LawFirm firm = new LawFirm(tenant).inCatalogue();
        String version = firm.draft(firm.agreement(), LawFirm.terms());
        owner(tenant)
                .header("If-Match", owner(tenant).get(version).header("ETag"))
                .contentType("application/json")
                .body(LawFirm.terms().json().replace("\"title\": \"Office moves\"", "\"title\": \"Moves\""))
                .put(version)
                .then()
                .statusCode(200);
        firm.signByBoth(version, firm.propose(version));
        firm.activate(version).statusCode(200);

        List<String> operations = owner(tenant).get(API + "/audit?limit=200").path("items.record.operation");
        assertEquals(
                List.of(
                        "activateAgreementVersion",
                        "changeAgreementVersion",
                        "createAgreement",
                        "createAgreementVersion",
                        "createCatalogueItem",
                        "createClient",
                        "proposeAgreementVersion",
                        "signAgreementVersion"),
                List.copyOf(new TreeSet<>(operations)));
        owner(tenant)
                .get(API + "/audit?operation=activateAgreementVersion&objectType=agreement-version")
                .then()
                .body("items.record.before.state", contains("PROPOSED"))
                .body("items.record.after.state", contains("SIGNED"));
        owner(tenant)
                .get(API + "/audit?operation=changeAgreementVersion")
                .then()
                .body("items[0].record.before.terms.clauses.title", hasItems("Office moves"))
                .body("items[0].record.after.terms.clauses.title", hasItems("Moves"));
        owner(tenant)
                .get(API + "/audit?objectType=signature")
                .then()
                .body("items.record.after.party", contains("CLIENT", "MSP"))
                .body("items.record.actor.roles", contains(List.of("client-approver"), List.of("owner")));
        owner(tenant).get(API + "/audit/verification").then().body("intact", equalTo(true));
    }

    @Test
    void anApproverWhoIsDeactivatedIsShownBeforeAndAfter() {
        new LawFirm(tenant).inCatalogue();
        String path = API + "/clients/whitfield-crane";
        owner(tenant)
                .header("If-Match", owner(tenant).get(path).header("ETag"))
                .contentType("application/json")
                .body(Map.of(
                        "name", "Whitfield & Crane LLP",
                        "timeZone", "America/New_York",
                        "currency", "USD",
                        "approvers",
                                List.of(Map.of(
                                        "username", "partner",
                                        "name", "Eleanor Whitfield",
                                        "email", "eleanor.whitfield@whitfield-crane.example",
                                        "active", false))))
                .put(path)
                .then()
                .statusCode(200);
        owner(tenant)
                .get(API + "/audit?operation=changeClient&objectType=approver")
                .then()
                .body("items.findAll { it.record.change == 'CHANGED' }.record.before.active", contains(true))
                .body("items.findAll { it.record.change == 'CHANGED' }.record.after.active", contains(false));
    }
}
