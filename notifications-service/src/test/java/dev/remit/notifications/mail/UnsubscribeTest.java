package dev.remit.notifications.mail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has a mail can have no more of its kind, by one click of theirs or of their mail program. */
@QuarkusTest
class UnsubscribeTest extends MailingTest {
    private static final String NOON = "2026-06-11T12:00:00Z";

    private MailedMsp acme;
    private String link;

    @BeforeEach
    void aMailCame() {
        acme = new MailedMsp(consumers, NOON).clockTold("ClockBreached", Map.of("due", NOON));
        send();
        String field = acme.mails("desk").getFirst().fields().get("list-unsubscribe");
        link = URI.create(field.replaceAll("[<>]", "")).getPath();
        assertTrue(acme.mails("desk").getFirst().text().contains(link));
    }

    @Test
    void lookingChangesNothing() {
        given().get(link)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .body(containsString("<form method=\"post\">"), not(containsString("service-desk")));
        another();
        assertEquals(2, acme.mails("desk").size());
    }

    @Test
    void oneClickEndsIt() {
        given().contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200)
                .body(containsString("no more mail of this kind"), not(containsString("<form")));
        another();
        assertEquals(1, acme.mails("desk").size());
        assertEquals(
                "desk DROPPED: The recipient wants none of this kind.",
                acme.log("clock.breached").getLast());
        given().auth()
                .oauth2(TestTokens.as("service-desk").tenant(acme.msp.tenant).token())
                .get(API + "/me/mail")
                .then()
                .body("kinds.findAll { it.switchedOff }.kind", hasItem("clock.breached"));
    }

    @Test
    void withoutAnythingInItAClickCountsToo() {
        given().post(link).then().statusCode(200);
        another();
        assertEquals(1, acme.mails("desk").size());
    }

    @Test
    void whoHasNoMailOfTheirsChangesNothing() {
        String other = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BA" : "AA");
        given().post(other).then().statusCode(404);
        given().get(other).then().statusCode(404);
        given().post(link.replace(acme.msp.tenant.toString(), acme.msp.client.toString()))
                .then()
                .statusCode(404);
        given().post("/mail-choices/1/2/3").then().statusCode(404);
        another();
        assertEquals(2, acme.mails("desk").size());
    }

    private void another() {
        acme.clockTold("ClockBreached", Map.of("due", NOON, "clock", "RESOLUTION"));
        send();
    }
}
