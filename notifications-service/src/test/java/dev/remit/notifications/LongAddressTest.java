package dev.remit.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.api.LongAddresses;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LongAddressTest extends NotificationsTest {
    @Test
    void isAnsweredWithAProblem() {
        List<String> places = List.of("/api/", "/api/notifications/v1/subscriptions/");
        assertEquals("", String.join("\n", LongAddresses.unanswered(Requests.base(), places)));
    }
}
