package dev.remit.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.stack.Mail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service desk is written to about clocks in the hours in which it works on them, unless they have moved on by then. */
@QuarkusTest
class ClockMailTest extends MailingTest {
    private static final String SATURDAY = "2026-06-13T10:00:00Z";
    private static final String MONDAY = "2026-06-15T08:00:00Z";

    @Test
    void aBreachAtTheWeekendIsMondaysNews() {
        MailedMsp acme = breached("P2");
        send();
        assertEquals(List.of(), acme.mails("desk"));
        acme.clock(MONDAY);
        send();
        Mail mail = acme.mails("desk").getFirst();
        assertEquals("Ticket T-1: the response is late", mail.subject());
        assertTrue(mail.text().contains("Due: Saturday, 13 June 2026, 09:00 (UTC)"), mail.text());
        assertTrue(mail.fields().get("list-unsubscribe").startsWith("<https://remit.example/mail-choices/"));
        assertEquals("List-Unsubscribe=One-Click", mail.fields().get("list-unsubscribe-post"));
    }

    @Test
    void ofAP1EverybodyHearsAtOnce() {
        MailedMsp acme = breached("P1");
        send();
        assertEquals(1, acme.mails("desk").size());
    }

    @Test
    void whatTurnedOutDifferentlyIsNotWrittenAbout() {
        MailedMsp acme = breached("P2")
                .clockTold("ClockCorrected", Map.of("was", "BREACHED 2026-06-13T09:00:00Z", "is", "NOTHING"));
        acme.clock(MONDAY);
        send();
        assertEquals(List.of(), acme.mails("desk"));
        assertEquals(List.of("desk DROPPED: The clock has moved on: clock.corrected."), acme.log("clock.breached"));
    }

    @Test
    void aWarningIsOldNewsOnceTheTargetIsMet() {
        MailedMsp acme = new MailedMsp(consumers, SATURDAY)
                .clockTold("ClockWarned", Map.of("percent", 75, "at", SATURDAY, "priority", "P2", "coveredAt", MONDAY))
                .clockTold(
                        "ClockWarned",
                        Map.of("percent", 90, "at", SATURDAY, "priority", "P2", "coveredAt", MONDAY, "cycle", "2"))
                .clockTold("ClockMet", Map.of("at", SATURDAY));
        acme.clock(MONDAY);
        send();
        assertEquals(List.of("Ticket T-1: 90 % of the time for the response is over"), acme.subjects("desk"));
    }

    @Test
    void anEscalationGoesToWhomItsRuleNamesAndToTheDeskWhereThatIsNobody() {
        MailedMsp acme = new MailedMsp(consumers, MONDAY)
                .clockTold(
                        "ClockEscalated",
                        Map.of(
                                "rule",
                                "Two hours late",
                                "minutesFromDue",
                                120,
                                "at",
                                MONDAY,
                                "coveredAt",
                                MONDAY,
                                "priority",
                                "P2",
                                "to",
                                List.of("OWNER"),
                                "people",
                                List.of()));
        send();
        assertEquals(List.of("Ticket T-1 is escalated: Two hours late"), acme.subjects("owner"));
        assertEquals(List.of(), acme.mails("desk"));
        acme.clockTold(
                "ClockEscalated",
                Map.of(
                        "rule",
                        "Nearly late",
                        "percent",
                        95,
                        "at",
                        MONDAY,
                        "coveredAt",
                        MONDAY,
                        "priority",
                        "P2",
                        "to",
                        List.of("ASSIGNEE"),
                        "assignee",
                        "nobody known"));
        send();
        assertEquals(List.of("Ticket T-1 is escalated: Nearly late"), acme.subjects("desk"));
        assertEquals(1, acme.subjects("owner").size());
    }

    private MailedMsp breached(String priority) {
        return new MailedMsp(consumers, SATURDAY)
                .clockTold(
                        "ClockBreached",
                        Map.of("due", "2026-06-13T09:00:00Z", "priority", priority, "coveredAt", MONDAY));
    }
}
