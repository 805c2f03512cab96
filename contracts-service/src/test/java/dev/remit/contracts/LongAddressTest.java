package dev.remit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.api.LongAddresses;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LongAddressTest extends ContractsTest {
    @Test
    void isAnsweredWithAProblem() {
        List<String> places = List.of("/api/", "/api/contracts/v1/clients/");
        assertEquals("", String.join("\n", LongAddresses.unanswered(Requests.base(), places)));
    }
}
