package dev.remit.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who can sign hears of a version that is out for signature, while it is. */
@QuarkusTest
class ProposalMailTest extends MailingTest {
    private final UUID agreement = UUID.randomUUID();

    @Test
    void thoseWhoCanSignKnow() {
        MailedMsp acme = new MailedMsp(consumers, "2026-06-11T12:00:00Z");
        acme.agreementTold("AgreementProposed", agreement);
        send();
        assertEquals(
                List.of("Agreement with Whitfield & Crane LLP: version 2 is out for signature"),
                acme.subjects("partner"));
        assertEquals(acme.subjects("partner"), acme.subjects("owner"));
        String text = acme.mails("partner").getFirst().text();
        assertTrue(text.contains("It takes effect on 1 July 2026 if both have signed before."), text);
    }

    @Test
    void whatWasTakenBackOverNightIsNotWrittenAbout() {
        MailedMsp acme = new MailedMsp(consumers, "2026-06-11T22:00:00Z");
        acme.agreementTold("AgreementProposed", agreement);
        send();
        acme.agreementTold("AgreementProposalWithdrawn", agreement);
        acme.clock("2026-06-12T07:00:00Z");
        send();
        String reason = " DROPPED: The version is not out for signature any more: agreement.taken_back.";
        assertEquals(List.of("partner" + reason, "owner" + reason), acme.log("agreement.proposed"));
    }
}
