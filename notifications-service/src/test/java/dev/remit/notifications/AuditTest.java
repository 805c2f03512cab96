package dev.remit.notifications;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who had what sent where is on record, and no secret is. */
@QuarkusTest
class AuditTest extends NotificationsTest {
    @Test
    void theWayOfASubscriptionIsOnRecord() {
        Msp msp = new Msp(consumers).clientKnown();
        Response made = msp.subscribe(List.of(), List.of());
        String id = made.path("subscription.id");
        once(as(msp.tenant, "owner"))
                .body("{}")
                .post(API + "/subscriptions/" + id + "/rotate")
                .then()
                .statusCode(200);
        as(msp.tenant, "owner")
                .header("If-Match", "*")
                .post(API + "/subscriptions/" + id + "/pause")
                .then()
                .statusCode(200);
        as(msp.tenant, "auditor")
                .get(API + "/audit?objectType=subscription&objectId=" + id)
                .then()
                .statusCode(200)
                .body("items.record.operation", contains("pauseSubscription", "createSubscription"))
                .body("items[0].record.before.state", equalTo("ACTIVE"))
                .body("items[1].record.after.url", equalTo(Msp.RECEIVER));
        as(msp.tenant, "auditor")
                .get(API + "/audit?objectType=subscription-secret")
                .then()
                .statusCode(200)
                .body("items.record.operation", hasItem("rotateSigningSecret"))
                .body("items.record.after.signingKey", hasItem("(withheld)"))
                .body(not(containsString("whsec_")));
    }
}
