package dev.remit.notifications;

import dev.remit.kit.testing.api.BadInput;
import dev.remit.kit.testing.api.BadInputTests;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends NotificationsTest implements BadInputTests {
    private BadInput requests;

    @Override
    public BadInput requests() {
        if (requests == null) {
            requests = new BadInput(Requests.base(), Requests.document(), new Requests(consumers)::to);
        }
        return requests;
    }

    @Override
    public String stranger(UUID tenant, String operation) {
        return operation.contains("/tenants") ? null : Requests.token(tenant);
    }
}
