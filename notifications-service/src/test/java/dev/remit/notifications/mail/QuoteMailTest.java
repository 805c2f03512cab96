package dev.remit.notifications.mail;

import static dev.remit.notifications.NotificationsTest.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTokens;
import dev.remit.stack.Mail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quote's approver and their deputy are written to, in time and not too late. */
@QuarkusTest
class QuoteMailTest extends MailingTest {
    private static final String THURSDAY_NOON = "2026-06-11T12:00:00Z";
    private static final String A_WEEK_LATER = "2026-06-18T12:00:00Z";

    private MailedMsp acme;

    @BeforeEach
    void newMsp() {
        acme = new MailedMsp(consumers, THURSDAY_NOON);
    }

    @Test
    void bothHaveItInTwoFormsAndInTheNameOfTheMsp() {
        settings(Map.of("replyTo", "desk@acme.example", "quotePage", "https://portal.acme.example/quotes/{id}"));
        acme.ruled(MailedMsp.TITLE).quoteSent(THURSDAY_NOON, A_WEEK_LATER);
        send();
        assertEquals(1, acme.mails("deputy").size());
        assertEquals(List.of(), acme.mails("desk"));
        Mail mail = acme.mails("partner").getFirst();
        assertEquals("Quote for “Move <our> office & more”: your decision is needed", mail.subject());
        assertEquals("Acme IT North <remit@remit.example>", mail.fields().get("from"));
        assertEquals("desk@acme.example", mail.fields().get("reply-to"));
        assertEquals("auto-generated", mail.fields().get("auto-submitted"));
        assertFalse(mail.fields().containsKey("list-unsubscribe"), "nobody is to miss a quote");
        assertTrue(
                mail.text().contains("Acme IT (North) has sent a quote for work at Whitfield & Crane LLP."),
                mail.text());
        assertTrue(mail.text().contains("Work: Move <our> office & more"), mail.text());
        assertTrue(mail.text().contains("Estimate, before tax: 3,480.00 USD"), mail.text());
        assertTrue(mail.text().contains("At most, before tax: 4,200.00 USD"), mail.text());
        assertTrue(mail.text().contains("At most, with tax: 4,572.75 USD"), mail.text());
        assertTrue(mail.text().contains("Decide until: Thursday, 18 June 2026, 12:00 (UTC)"), mail.text());
        assertTrue(mail.text().contains("https://portal.acme.example/quotes/" + acme.msp.quote), mail.text());
        assertTrue(
                mail.html().contains("<td style=\"padding:4px 0\">Move &lt;our&gt; office &amp; more</td>"),
                mail.html());
        assertFalse(mail.html().contains("<our>"), mail.html());
    }

    @Test
    void theNightHoldsNothingBackOfAP1() {
        acme.clock("2026-06-11T23:00:00Z");
        acme.ticketIs("P1").quoteSent("2026-06-11T23:00:00Z", A_WEEK_LATER);
        send();
        assertEquals(1, acme.mails("partner").size());
    }

    @Test
    void aConfidentialTicketIsNamedByItsKeyAlone() {
        acme.ruled(MailedMsp.TITLE).ruled(null).quoteSent(THURSDAY_NOON, A_WEEK_LATER);
        send();
        Mail mail = acme.mails("partner").getFirst();
        assertEquals("Quote for ticket T-1: your decision is needed", mail.subject());
        assertFalse(mail.text().contains("office"), mail.text());
        assertFalse(mail.html().contains("office"), mail.html());
    }

    @Test
    void whoReadsGermanIsWrittenToInGermanAndInTheirZone() {
        choose("partner", Map.of("language", "DE", "timeZone", "Europe/Berlin"));
        acme.ruled("Büro-Umzug\r\nBcc: everybody@example.com").quoteSent(THURSDAY_NOON, A_WEEK_LATER);
        send();
        Mail mail = acme.mails("partner").getFirst();
        assertEquals(
                "Angebot für “Büro-Umzug Bcc: everybody@example.com”: Ihre Entscheidung ist gefragt", mail.subject());
        assertFalse(mail.fields().containsKey("bcc"));
        assertTrue(mail.text().contains("Höchstens, mit Steuern: 4.572,75 USD"), mail.text());
        assertTrue(mail.text().contains("Entscheidung bis: Donnerstag, 18. Juni 2026, 14:00 Uhr (MESZ)"), mail.text());
        assertTrue(mail.html().contains("<html lang=\"de\">"));
    }

    @Test
    void whoeverHasNotDecidedIsRemindedTwice() {
        acme.quoteSent(THURSDAY_NOON, A_WEEK_LATER);
        send();
        acme.clock("2026-06-15T06:59:59Z");
        send();
        assertEquals(1, acme.mails("partner").size(), "half of the time is over at midnight");
        acme.clock("2026-06-15T07:00:00Z");
        send();
        acme.clock("2026-06-17T12:00:00Z");
        send();
        String reminder = "Reminder: the quote for ticket T-1 can be decided until Thursday, 18 June 2026, 12:00 (UTC)";
        assertEquals(
                List.of("Quote for ticket T-1: your decision is needed", reminder, reminder), acme.subjects("partner"));
    }

    @Test
    void nobodyIsRemindedOfWhatIsDecided() {
        acme.quoteSent(THURSDAY_NOON, A_WEEK_LATER);
        send();
        acme.quoteDecided("APPROVED", THURSDAY_NOON);
        acme.clock("2026-06-17T20:00:00Z");
        send();
        assertEquals(1, acme.mails("partner").size());
        assertEquals(
                List.of("The quote is APPROVED by now."),
                acme.log("quote.reminder").stream()
                        .map(line -> line.replaceAll(".*DROPPED: ", ""))
                        .distinct()
                        .toList());
        assertEquals(List.of("Quote for ticket T-1: approved"), acme.subjects("desk"));
    }

    @Test
    void aQuoteThatIsDecidedBeforeTheMailGoesOutIsNotWrittenAbout() {
        acme.quoteSent(THURSDAY_NOON, A_WEEK_LATER).quoteDecided("WITHDRAWN", THURSDAY_NOON);
        send();
        assertEquals(List.of(), acme.mails("partner"));
        assertEquals(
                List.of(
                        "partner DROPPED: The quote is WITHDRAWN by now.",
                        "deputy DROPPED: The quote is WITHDRAWN by now."),
                acme.log("quote.sent"));
    }

    @Test
    void atNightItWaitsForTheMorning() {
        acme.clock("2026-06-11T22:30:00Z");
        acme.quoteSent("2026-06-11T22:30:00Z", A_WEEK_LATER);
        send();
        assertEquals(List.of(), acme.mails("partner"));
        acme.clock("2026-06-12T07:00:00Z");
        send();
        assertEquals(1, acme.mails("partner").size());
    }

    @Test
    void whoeverItGoesToInsteadIsWrittenToOnce() {
        acme.msp.clientChanged(
                2,
                List.of(
                        acme.approver("partner", null),
                        acme.approver("deputy", "partner"),
                        acme.approver("third", null)));
        acme.quoteSent(THURSDAY_NOON, A_WEEK_LATER);
        for (int i = 0; i < 2; i++) {
            acme.msp.told(
                    "billing",
                    "QuoteReaddressed",
                    acme.msp.quote,
                    Map.of("quoteId", acme.msp.quote.toString(), "to", Map.of("name", "Third", "login", "third")));
        }
        send();
        assertEquals(1, acme.mails("third").size());
        assertEquals(1, acme.mails("partner").size());
    }

    private void settings(Map<String, ?> body) {
        acme.owner()
                .header("If-Match", "*")
                .body(body)
                .put(API + "/mail-settings")
                .then()
                .statusCode(200);
    }

    private void choose(String login, Map<String, ?> body) {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(acme.msp.tenant)
                        .client("whitfield-crane")
                        .username(login)
                        .token())
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(body)
                .put(API + "/me/mail")
                .then()
                .statusCode(200);
    }
}
