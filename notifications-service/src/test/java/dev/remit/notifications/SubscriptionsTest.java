package dev.remit.notifications;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SubscriptionsTest extends NotificationsTest {
    private static final String SUBSCRIPTIONS = API + "/subscriptions";

    private Msp msp;

    @BeforeEach
    void newMsp() {
        msp = new Msp(consumers).clientKnown();
    }

    @Test
    void anOwnerSubscribesAndIsShownTheSecretOnce() {
        Response made = msp.subscribe(List.of("clock.met", "clock.breached"), List.of(Msp.CLIENT));
        made.then()
                .statusCode(201)
                .header("Location", startsWith(SUBSCRIPTIONS + "/"))
                .body("secret", startsWith("whsec_"))
                .body("subscription.state", equalTo("ACTIVE"));
        String secret = made.path("secret");
        Response read = as(msp.tenant, "service-desk").get(made.header("Location"));
        read.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("url", equalTo(Msp.RECEIVER))
                .body("eventTypes", contains("clock.breached", "clock.met"))
                .body("clients", contains(Msp.CLIENT))
                .body("secrets", hasSize(1))
                .body("secrets[0].kind", equalTo("SYMMETRIC"))
                .body("secrets[0].publicKey", nullValue());
        assertFalse(read.asString().contains(secret));
        as(msp.tenant, "owner").get(SUBSCRIPTIONS).then().body("items", hasSize(1));
    }

    @Test
    void ofAPairOfKeysThePublicOneIsShown() {
        Response made = once(as(msp.tenant, "owner"))
                .body("{\"url\":\"" + Msp.RECEIVER + "\",\"secretKind\":\"ED25519\"}")
                .post(SUBSCRIPTIONS);
        made.then()
                .statusCode(201)
                .body("secret", startsWith("whpk_"))
                .body("subscription.secrets[0].publicKey", equalTo(made.path("secret")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.acme.example/remit",
                "https://127.0.0.1/",
                "https://[::ffff:10.0.0.1]/",
                "https://me:secret@hooks.acme.example/",
                "ftp://hooks.acme.example/",
                "nowhere"
            })
    void anAddressThatIsNotCalledIsRefused(String url) {
        once(as(msp.tenant, "owner"))
                .body("{\"url\":\"" + url + "\"}")
                .post(SUBSCRIPTIONS)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
    }

    @Test
    void aTypeOrClientThatIsNotThereIsRefused() {
        msp.subscribe(List.of("clock.burst"), List.of())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("eventTypes"));
        msp.subscribe(List.of("webhook.test"), List.of()).then().statusCode(400);
        msp.subscribe(List.of(), List.of("nobody")).then().statusCode(400).body("errors[0].field", equalTo("clients"));
    }

    @Test
    void aRotatedSecretSignsForADayBesideTheNewOne() {
        Response made = msp.subscribe(List.of(), List.of());
        String before = made.path("secret");
        Response rotated = rotate(made, "{}");
        rotated.then()
                .statusCode(200)
                .body("secret", not(equalTo(before)))
                .body("subscription.secrets", hasSize(2))
                .body("subscription.secrets[0].signsUntil", nullValue())
                .body("subscription.secrets[1].signsUntil", notNullValue());
        rotate(made, "{\"kind\":\"ED25519\",\"overlapMinutes\":0}")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whpk_"))
                .body("subscription.secrets", hasSize(1));
    }

    @Test
    void aSubscriptionIsChangedPausedResumedAndEnded() {
        String at = msp.subscribe(List.of("clock.met"), List.of()).header("Location");
        String tag = as(msp.tenant, "owner").get(at).header("ETag");
        as(msp.tenant, "owner")
                .body("{\"url\":\"https://other.example/\"}")
                .put(at)
                .then()
                .statusCode(428);
        Response changed = as(msp.tenant, "owner")
                .header("If-Match", tag)
                .body("{\"url\":\"https://other.example/\",\"description\":\"The other\"}")
                .put(at);
        changed.then()
                .statusCode(200)
                .body("url", equalTo("https://other.example/"))
                .body("eventTypes", hasSize(0));
        step(at, tag, "pause").then().statusCode(412);
        Response paused = step(at, changed.header("ETag"), "pause");
        paused.then().statusCode(200).body("state", equalTo("PAUSED"));
        Response resumed = step(at, paused.header("ETag"), "resume");
        resumed.then().statusCode(200).body("state", equalTo("ACTIVE"));
        as(msp.tenant, "owner")
                .header("If-Match", resumed.header("ETag"))
                .delete(at)
                .then()
                .statusCode(204);
        as(msp.tenant, "owner").get(at).then().statusCode(404);
    }

    @Test
    void theSameRequestMakesOneSubscription() {
        String key = UUID.randomUUID().toString();
        String body = "{\"url\":\"" + Msp.RECEIVER + "\"}";
        for (int i = 0; i < 2; i++) {
            as(msp.tenant, "owner")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post(SUBSCRIPTIONS)
                    .then()
                    .statusCode(201);
        }
        as(msp.tenant, "owner").get(SUBSCRIPTIONS).then().body("items", hasSize(1));
    }

    @Test
    void anotherMspSeesNothingOfIt() {
        String at = msp.subscribe(List.of(), List.of()).header("Location");
        UUID other = TestTenants.fresh();
        as(other, "owner").get(at).then().statusCode(404);
        as(other, "owner").header("If-Match", "*").delete(at).then().statusCode(404);
        as(other, "owner").get(SUBSCRIPTIONS).then().body("items", hasSize(0));
    }

    private Response rotate(Response made, String body) {
        return once(as(msp.tenant, "owner")).body(body).post(made.header("Location") + "/rotate");
    }

    private Response step(String at, String tag, String step) {
        return as(msp.tenant, "owner").header("If-Match", tag).post(at + "/" + step);
    }
}
