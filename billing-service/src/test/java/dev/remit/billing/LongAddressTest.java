package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.api.LongAddresses;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LongAddressTest extends BillingTest {
    @Test
    void isAnsweredWithAProblem() {
        List<String> places = List.of("/api/", "/api/billing/v1/quotes/");
        assertEquals("", String.join("\n", LongAddresses.unanswered(Requests.base(), places)));
    }
}
