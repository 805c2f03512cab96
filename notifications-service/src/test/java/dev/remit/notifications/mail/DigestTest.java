package dev.remit.notifications.mail;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On Monday morning owners read what happened in the week. What is told here is of Monday, 1 June 2026, at midnight. */
@QuarkusTest
class DigestTest extends MailingTest {
    @Test
    void countsAWeekWithMissedTargetsFirst() {
        MailedMsp acme = new MailedMsp(consumers, "2026-05-31T12:00:00Z")
                .clockTold("ClockMet", Map.of("at", "2026-05-31T12:00:00Z"))
                .clockTold("ClockBreached", Map.of("due", "2026-05-31T12:00:00Z"))
                .clockTold("ClockBreached", Map.of("due", "2026-05-31T12:00:00Z", "cycle", "2"));
        acme.clock("2026-06-01T07:59:59Z");
        send();
        assertEquals(List.of(), acme.mails("owner"));
        acme.clock("2026-06-01T08:00:00Z");
        written(acme);
        assertEquals(List.of("Your week from 31 May 2026 to 1 June 2026"), acme.subjects("owner"));
        String text = acme.mails("owner").getFirst().text().replace("\r\n", "\n");
        assertTrue(text.contains("All clients\nMissed targets: 2\nMet targets: 1\nTickets received: 1\n"), text);
        assertTrue(text.contains("Whitfield & Crane LLP\nMissed targets: 2\nMet targets: 1\n"), text);
        assertTrue(acme.mails("desk").stream().noneMatch(mail -> mail.subject().contains("week")));
    }

    @Test
    void ofAWeekInWhichNothingHappenedNothingIsSaid() {
        MailedMsp acme = new MailedMsp(consumers, "2026-06-11T12:00:00Z");
        acme.clock("2026-06-22T08:00:00Z");
        MailedMsp witness = new MailedMsp(consumers, "2026-05-31T12:00:00Z");
        witness.clock("2026-06-01T08:00:00Z");
        written(witness);
        assertEquals(List.of(), acme.mails("owner"));
    }

    @Test
    void mondayMorningIsTheMsps() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        assertEquals(
                Instant.parse("2026-06-14T20:00:00Z"),
                Mornings.nextMonday(Instant.parse("2026-06-11T12:00:00Z"), auckland));
        assertEquals(
                Instant.parse("2026-06-21T20:00:00Z"),
                Mornings.nextMonday(Instant.parse("2026-06-14T20:00:00Z"), auckland));
    }

    private void written(MailedMsp msp) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            send();
            return !msp.mails("owner").isEmpty();
        });
    }
}
