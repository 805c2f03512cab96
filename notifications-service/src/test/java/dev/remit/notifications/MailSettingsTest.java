package dev.remit.notifications;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An owner says how people are written to, and each of them what they want of it. */
@QuarkusTest
class MailSettingsTest extends NotificationsTest {
    private static final String SETTINGS = API + "/mail-settings";
    private static final String MINE = API + "/me/mail";

    private final UUID tenant = TestTenants.fresh();

    @Test
    void whereNobodyHasSaidItIsAsUsual() {
        as(tenant, "service-desk")
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .body("language", equalTo("EN"))
                .body("timeZone", equalTo("UTC"))
                .body("quietHours.from", equalTo("20:00"))
                .body("quietHours.to", equalTo("07:00"))
                .body("rules.find { it.kind == 'quote.sent' }.to", contains("APPROVER", "DEPUTIES"))
                .body("rules.find { it.kind == 'quote.sent' }.demanded", equalTo(true))
                .body("rules.find { it.kind == 'clock.breached' }.to", contains("SERVICE_DESK"));
    }

    @Test
    void whatAnOwnerSaysTakesThePlaceOfAllThatWasThere() {
        String unsaid = as(tenant, "owner").get(SETTINGS).header("ETag");
        Response changed = change(
                unsaid,
                Map.of(
                        "fromName",
                        "Acme Desk",
                        "quietHours",
                        Map.of("from", "00:00", "to", "00:00"),
                        "rules",
                        List.of(rule("clock.warning"), rule("clock.breached", "OWNER", "OWNER", "SERVICE_DESK"))));
        changed.then()
                .statusCode(200)
                .body("fromName", equalTo("Acme Desk"))
                .body("rules.find { it.kind == 'clock.warning' }.to", empty())
                .body("rules.find { it.kind == 'clock.breached' }.to", contains("OWNER", "SERVICE_DESK"));
        change(unsaid, Map.of()).then().statusCode(412);
        change(changed.header("ETag"), Map.of("language", "DE"))
                .then()
                .statusCode(200)
                .body("language", equalTo("DE"))
                .body("quietHours.from", equalTo("20:00"))
                .body("rules.find { it.kind == 'clock.warning' }.to", contains("SERVICE_DESK"));
        as(tenant, "owner").body(Map.of()).put(SETTINGS).then().statusCode(428);
        as(tenant, "auditor")
                .get(API + "/audit?objectType=mail-settings")
                .then()
                .body("items.record.operation", contains("changeMailSettings", "changeMailSettings"));
    }

    @Test
    void whatIsDemandedGoesToSomebody() {
        change("*", Map.of("rules", List.of(rule("clock.warning"), rule("quote.sent"))))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("rules[1].to"))
                .body("errors[0].code", equalTo("demanded"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused(Map.of("timeZone", "+02:00"), "timeZone");
        refused(Map.of("replyTo", "nobody"), "replyTo");
        refused(Map.of("quotePage", "https://portal.acme.example/quotes"), "quotePage");
        refused(Map.of("quotePage", "http://portal.acme.example/{id}"), "quotePage");
        refused(Map.of("quietHours", Map.of("from", "24:00", "to", "07:00")), "quietHours.from");
        refused(Map.of("rules", List.of(rule("quote.burnt", "OWNER"))), "rules[0].kind");
        refused(Map.of("rules", List.of(rule("clock.met"))), "rules[0].kind");
        refused(Map.of("rules", List.of(rule("clock.warning"), rule("clock.warning"))), "rules");
    }

    @Test
    void eachChoosesForThemselves() {
        as(tenant, "technician")
                .header("If-Match", as(tenant, "technician").get(MINE).header("ETag"))
                .body(Map.of("switchedOff", List.of("clock.breached"), "language", "DE", "timeZone", "Europe/Berlin"))
                .put(MINE)
                .then()
                .statusCode(200)
                .body("language", equalTo("DE"))
                .body("kinds.findAll { it.switchedOff }.kind", contains("clock.breached"));
        as(tenant, "technician").get(MINE).then().body("timeZone", equalTo("Europe/Berlin"));
        as(tenant, "owner")
                .get(MINE)
                .then()
                .statusCode(200)
                .body("kinds.findAll { it.switchedOff }", empty())
                .body("kinds.findAll { it.demanded }.kind", hasItem("quote.sent"));
    }

    @Test
    void nobodySwitchesOffWhatIsDemanded() {
        as(tenant, "owner")
                .header("If-Match", "*")
                .body(Map.of("switchedOff", List.of("digest.weekly", "quote.sent")))
                .put(MINE)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("switchedOff[1]"))
                .body("errors[0].code", equalTo("demanded"));
    }

    @Test
    void aClientChoosesForItsPeople() {
        Msp msp = new Msp(consumers)
                .clientChanged(
                        1,
                        List.of(Map.of(
                                "username",
                                "client-approver",
                                "subject",
                                TestTokens.subject("client-approver"),
                                "active",
                                true)));
        String mail = API + "/clients/" + Msp.CLIENT + "/mail";
        Response unsaid = as(msp.tenant, "owner").get(mail);
        unsaid.then().statusCode(200).body("kinds.findAll { it.switchedOff }", empty());
        ofClient(msp, Msp.CLIENT)
                .header("If-Match", unsaid.header("ETag"))
                .body(Map.of("switchedOff", List.of("cap.near"), "language", "DE"))
                .put(mail)
                .then()
                .statusCode(200)
                .body("language", equalTo("DE"))
                .body("kinds.findAll { it.switchedOff }.kind", contains("cap.near"));
        as(msp.tenant, "owner")
                .header("If-Match", unsaid.header("ETag"))
                .body(Map.of())
                .put(mail)
                .then()
                .statusCode(412);
        ofClient(msp, Msp.CLIENT)
                .header("If-Match", "*")
                .body(Map.of("switchedOff", List.of("quote.sent")))
                .put(mail)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("demanded"));
        ofClient(msp, Msp.CLIENT)
                .get(API + "/clients/somebody-else/mail")
                .then()
                .statusCode(404);
    }

    @Test
    void ofSeveralFirstChangesAtOnceOneIsMade() {
        for (int i = 0; i < 5; i++) {
            oneIsMade(new Msp(consumers).clientKnown());
        }
    }

    private static void oneIsMade(Msp msp) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String path : List.of("/mail-settings", "/me/mail", "/clients/" + Msp.CLIENT + "/mail")) {
                List<CompletableFuture<Integer>> all = Stream.generate(() -> CompletableFuture.supplyAsync(
                                () -> as(msp.tenant, "owner")
                                        .header("If-Match", "\"0\"")
                                        .body(Map.of("language", "DE"))
                                        .put(API + path)
                                        .statusCode(),
                                threads))
                        .limit(8)
                        .toList();
                List<Integer> answers =
                        all.stream().map(CompletableFuture::join).sorted().toList();
                assertEquals(List.of(200, 412, 412, 412, 412, 412, 412, 412), answers, path);
            }
        }
    }

    private static RequestSpecification ofClient(Msp msp, String client) {
        return given().auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(msp.tenant)
                        .client(client)
                        .token())
                .contentType("application/json");
    }

    private void refused(Map<String, ?> body, String field) {
        change("*", body).then().statusCode(400).body("errors[0].field", equalTo(field));
    }

    private Response change(String ifMatch, Map<String, ?> body) {
        return as(tenant, "owner").header("If-Match", ifMatch).body(body).put(SETTINGS);
    }

    private static Map<String, Object> rule(String kind, String... to) {
        return Map.of("kind", kind, "to", List.of(to));
    }
}
