package dev.remit.notifications.mail;

import static dev.remit.notifications.NotificationsTest.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work that comes near what was approved for it is told to who approves, and to whose work it is. */
@QuarkusTest
class CapMailTest extends MailingTest {
    private static final String NOON = "2026-06-11T12:00:00Z";

    @Test
    void theApproverAndTheTechnicianKnow() {
        MailedMsp acme = new MailedMsp(consumers, NOON);
        acme.msp.personChanged("ana", "TECHNICIAN");
        acme.ruled("Move our office").capNear(80, "ana");
        send();
        assertEquals(List.of("80 % of what was approved for “Move our office” is used"), acme.subjects("ana"));
        assertEquals(acme.subjects("ana"), acme.subjects("partner"));
        assertEquals(List.of(), acme.mails("desk"));
        String text = acme.mails("partner").getFirst().text().replace("\r\n", "\n");
        assertTrue(text.contains("Approved: 3,600.00 USD\nUsed: 2,925.00 USD\nTechnician: Ana Ruiz"), text);
    }

    @Test
    void whatAClientWantsNoneOfItsPeopleDoNotGet() {
        MailedMsp acme = new MailedMsp(consumers, NOON);
        acme.msp.personChanged("ana", "TECHNICIAN");
        acme.owner()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("switchedOff", List.of("cap.near"), "language", "DE"))
                .put(API + "/clients/whitfield-crane/mail")
                .then()
                .statusCode(200);
        acme.ruled("Move our office").capNear(80, "ana").quoteSent(NOON, "2026-06-18T12:00:00Z");
        send();
        assertEquals(1, acme.mails("ana").size());
        assertEquals(List.of("Angebot für “Move our office”: Ihre Entscheidung ist gefragt"), acme.subjects("partner"));
        assertTrue(
                acme.log("cap.near").contains("partner DROPPED: Their client wants none of this kind."),
                acme.log().toString());
    }

    @Test
    void theDeskKnowsInThePlaceOfATechnicianWhomNobodyKnows() {
        MailedMsp acme = new MailedMsp(consumers, NOON);
        acme.capNear(100, "member-7");
        send();
        assertEquals(List.of("100 % of what was approved for ticket T-1 is used"), acme.subjects("desk"));
    }
}
