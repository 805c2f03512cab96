package dev.remit.tickets.connections;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectionsTest extends TicketsTest {

    @Test
    void theSigningKeyIsNeverShown() {
        Msp msp = Msp.empty();
        msp.connect();
        msp.as("auditor")
                .get(Msp.API + "/connections/" + msp.connectionId)
                .then()
                .statusCode(200)
                .body("signed", equalTo(true))
                .body("webhook", equalTo(Msp.API + "/connections/" + msp.connectionId + "/webhook"))
                .body("priorities.'Priority 3 - Normal Response'", equalTo("P3"))
                .body(not(containsString(Msp.SIGNING_KEY)));
        msp.as("service-desk")
                .get(Msp.API + "/connections")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("cw"))
                .body(not(containsString(Msp.SIGNING_KEY)));
    }

    @Test
    void aPlatformWithoutAKeyIsGivenOneThatIsShownOnce() {
        Msp msp = Msp.empty();
        String made = create(msp, Map.of("name", "cw", "platform", "CONNECTWISE"))
                .statusCode(201)
                .body("signed", equalTo(true))
                .extract()
                .path("signingKey");
        assertTrue(made.length() >= 32, made);
        msp.as("owner").get(Msp.API + "/connections").then().body(not(containsString(made)));
        msp.as("auditor").get(Msp.API + "/audit").then().body(not(containsString(made)));
    }

    @Test
    void aNameIsTakenOnceInATenantAndFreeInAnother() {
        Msp msp = Msp.empty();
        msp.connect();
        create(msp, Map.of("name", "cw", "platform", "CANONICAL"))
                .statusCode(409)
                .body("errors.field", hasItem("name"));
        Msp.empty().connect();
    }

    @Test
    void badSettingsAreRefusedByName() {
        Msp msp = Msp.empty();
        create(msp, Map.of("name", "CW!", "platform", "CANONICAL", "statuses", Map.of("New", "OPENED")))
                .statusCode(400)
                .body("errors.field", hasItem("statuses.New"));
        create(msp, Map.of("name", "CW!", "platform", "CANONICAL", "priorities", Map.of("High", "")))
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("name", "priorities.High"));
        create(msp, Map.of("name", "cw", "platform", "CONNECTWISE", "signingKey", "x".repeat(31)))
                .statusCode(400)
                .body("errors.field", hasItem("signingKey"));
        create(msp, Map.of("name", "cw", "platform", "CANONICAL", "secret", "x"))
                .statusCode(400)
                .body("errors.field", hasItem("secret"));
        create(msp, Map.of("name", "cw", "platform", "ZENDESK"))
                .statusCode(400)
                .body("errors.message", hasItem("must be one of CONNECTWISE, CANONICAL"));
    }

    @Test
    void aChangeNeedsTheStateThatItChanges() {
        Msp msp = Msp.empty();
        msp.connect();
        String path = Msp.API + "/connections/" + msp.connectionId;
        String etag = msp.as("owner").get(path).header("ETag");
        Map<String, Object> body = Map.of("statuses", Map.of("Neu", "OPEN"));
        msp.as("owner")
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(428);
        change(msp, path, "\"99\"", body).statusCode(412);
        change(msp, path, etag, body)
                .statusCode(200)
                .body("statuses.Neu", equalTo("OPEN"))
                .body("signed", equalTo(true));
        change(msp, path, etag, body).statusCode(412);
    }

    private static ValidatableResponse change(Msp msp, String path, String etag, Map<String, Object> body) {
        return msp.as("owner")
                .header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }

    private static ValidatableResponse create(Msp msp, Map<String, Object> body) {
        return msp.posting("owner").body(body).post(Msp.API + "/connections").then();
    }
}
