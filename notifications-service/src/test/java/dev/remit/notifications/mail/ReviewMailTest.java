package dev.remit.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service desk reads in the morning how many reviews wait. */
@QuarkusTest
class ReviewMailTest extends MailingTest {
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    private MailedMsp acme;

    @BeforeEach
    void twoAreRaised() {
        acme = new MailedMsp(consumers, "2026-06-11T12:00:00Z");
        acme.reviewTold("ReviewRaised", one, "OPEN").reviewTold("ReviewRaised", other, "OPEN");
        send();
        assertEquals(List.of(), acme.mails("desk"));
    }

    @Test
    void oneMailADaySaysHowManyWait() {
        acme.clock("2026-06-12T08:00:00Z");
        send();
        assertEquals(List.of("Reviews that wait: 2"), acme.subjects("desk"));
        acme.clock("2026-06-13T08:00:00Z");
        send();
        assertEquals(1, acme.mails("desk").size(), "nothing new came");
        acme.reviewTold("ReviewRaised", UUID.randomUUID(), "OPEN").reviewTold("ReviewEnded", one, "RESOLVED");
        acme.clock("2026-06-14T08:00:00Z");
        send();
        assertEquals(List.of("Reviews that wait: 2", "Reviews that wait: 2"), acme.subjects("desk"));
    }

    @Test
    void noneIsWrittenWhereNothingWaitsAnyMore() {
        acme.reviewTold("ReviewEnded", one, "RESOLVED").reviewTold("ReviewEnded", other, "DISMISSED");
        acme.clock("2026-06-12T08:00:00Z");
        send();
        assertEquals(List.of("desk DROPPED: Nothing waits any more."), acme.log("reviews.waiting"));
    }
}
