package dev.remit.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.api.LongAddresses;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LongAddressTest extends TicketsTest {
    @Test
    void isAnsweredWithAProblem() {
        List<String> places =
                List.of("/api/", "/api/tickets/v1/tickets/by-ref/cw/", "/api/tickets/v1/time-entries/by-ref/cw/");
        assertEquals("", String.join("\n", LongAddresses.unanswered(Requests.base(), places)));
    }
}
