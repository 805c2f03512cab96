package dev.remit.tickets;

import dev.remit.kit.testing.api.BadInput;
import dev.remit.kit.testing.api.BadInputTests;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends TicketsTest implements BadInputTests {
    private BadInput requests;

    @Override
    public BadInput requests() {
        if (requests == null) {
            requests = new BadInput(Requests.base(), Requests.document(), new Requests()::to);
        }
        return requests;
    }

    @Override
    public String stranger(UUID tenant, String operation) {
        return operation.contains("/tenants") ? null : Requests.token(tenant);
    }

    @Override
    public int limit(String operation) {
        return operation.endsWith("/webhook") ? 256 << 10 : BadInputTests.super.limit(operation);
    }
}
