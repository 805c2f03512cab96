package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.stack.Mail;
import dev.remit.stack.demo.OfficeMove;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The law firm's managing partner has the office move's quote by mail on Thursday, in New York's time. She approves it on
 * Friday: the service desk has word of it, and nobody is reminded in the week after.
 */
class QuoteIsWrittenAbout {
    /** By which this journey's mails are told from others', whose people have the same addresses. */
    private static final String DESK = "office-move@beacon-it.example";

    @Test
    void theApproverHasItAndTheDeskHearsOfTheDecision() {
        RemitApi api = JourneyStack.ownTenant();
        api.as("owner").put("/api/notifications/v1/mail-settings", Map.of("replyTo", DESK), "*");
        OfficeMove move = new OfficeMove(api, OfficeMove.TICKET, OfficeMove.THURSDAY);
        move.ticketArrives();
        move.thursdayBegins();
        move.ticketIsSynced();
        move.quoteIsSent();
        Mail asked = mail("the quote", "your decision is needed");
        assertEquals("eleanor.whitfield@whitfield-crane.example", asked.recipient());
        assertTrue(asked.text().contains("Decide until: Thursday, 18 June 2026, 17:30 (GMT-04:00)"), asked.text());
        assertTrue(asked.html().contains("Decide until"), asked.html());

        move.partnerApproves();
        mail("the decision", "approved");
        new SandboxClock(api).moveTo(Instant.parse("2026-06-18T12:00:00Z"));
        List<JsonNode> reminders = Eventually.see(
                "the end of both reminders",
                () -> mails(api),
                mails -> mails.size() == 2
                        && mails.stream()
                                .noneMatch(mail -> mail.path("state").asText().equals("WAITING")));
        reminders.forEach(reminder -> assertEquals(
                "The quote is APPROVED by now.", reminder.path("reason").asText(), reminder.toString()));
    }

    private static Mail mail(String what, String subject) {
        return Eventually.see(what, QuoteIsWrittenAbout::sent, mails -> mails.stream()
                        .anyMatch(mail -> mail.subject().contains(subject)))
                .stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private static List<Mail> sent() {
        return JourneyStack.shared().mails().stream()
                .filter(mail -> DESK.equals(mail.fields().get("reply-to")))
                .toList();
    }

    private static List<JsonNode> mails(RemitApi api) {
        JsonNode log = api.as("owner").get("/api/notifications/v1/mails?limit=200");
        return StreamSupport.stream(log.path("items").spliterator(), false)
                .filter(mail -> mail.path("kind").asText().equals("quote.reminder"))
                .toList();
    }
}
