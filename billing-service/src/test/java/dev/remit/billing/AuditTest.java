package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Who set the cap, who said yes, who cut off and who acknowledged: everything that moves money is on record. */
@QuarkusTest
class AuditTest extends BillingTest {

    @Test
    void theWayOfMoneyIsOnRecord() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        String number = once(as(firm.tenant, "finance"))
                .body("{}")
                .post(API + "/export-batches")
                .then()
                .statusCode(201)
                .extract()
                .path("number")
                .toString();
        once(as(firm.tenant, "finance-pull"))
                .contentType("application/json")
                .body("{\"reference\":\"INV-1001\"}")
                .post(API + "/export-batches/" + number + "/acknowledgement")
                .then()
                .statusCode(200);

        audit(firm, "objectType=quote&objectId=" + quote)
                .body(
                        "items.record.operation",
                        contains(
                                equalTo("approveQuote"),
                                equalTo("sendQuote"),
                                equalTo("changeQuote"),
                                startsWith("feed-billing.tickets#")))
                .body("items[0].record.actor.roles", contains("client-approver"))
                .body("items[0].record.after.status", equalTo("APPROVED"))
                .body("items[0].record.after.outcome.typedName", equalTo("Eleanor Whitfield"))
                .body("items[1].record.before.status", equalTo("DRAFT"))
                .body("items[2].record.after.price.capMinor", equalTo(400_000))
                .body("items[3].record.after.summary", equalTo("(withheld)"))
                .body("items[3].record.actor.kind", equalTo("SYSTEM"));
        audit(firm, "operation=createCutOff")
                .body("items.record.object.type", hasItem("cut-off"))
                .body("items.findAll { it.record.object.type == 'extra' }.record.after.status", hasItem("LOCKED"));
        audit(firm, "operation=createExportBatch").body("items.record.object.type", hasItem("export-batch"));
        audit(firm, "operation=acknowledgeExportBatch")
                .body("items.record.object.type", hasItem("batch-acknowledgement"))
                .body("items.record.actor.roles", hasItem(contains("finance-pull")));
        as(firm.tenant, "auditor")
                .get(API + "/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    private static ValidatableResponse audit(LawFirm firm, String query) {
        return as(firm.tenant, "owner")
                .get(API + "/audit?limit=200&" + query)
                .then()
                .statusCode(200);
    }
}
