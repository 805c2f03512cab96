package dev.remit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.api.BadInput;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing wrong gets in, whatever the operation, and every refusal names what was wrong. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends ContractsTest {
    private static final int MIB = 1 << 20;

    private BadInput requests;

    @BeforeEach
    void makeRequests() {
        requests = requests != null
                ? requests
                : new BadInput(Requests.base(), Requests.document(), new Requests(TestTenants.fresh())::to);
    }

    @Test
    void everyBrokenFieldIsRefusedByName() {
        isEmpty(requests.fields());
    }

    @Test
    void everyBrokenParameterIsRefusedByName() {
        isEmpty(requests.parameters());
    }

    @Test
    void whatIsNoBodyIsRefused() {
        isEmpty(requests.bodies());
    }

    @Test
    void whatIsTooLargeIsRefused() {
        isEmpty(requests.sizes(operation -> MIB));
    }

    @Test
    void nothingIsDoneTwiceOrOnSomethingElse() {
        isEmpty(requests.repetitionsAndPreconditions());
    }

    @Test
    void anotherTenantsObjectLooksLikeNone() {
        UUID stranger = TestTenants.fresh();
        isEmpty(requests.strangers(operation -> Requests.token(stranger)));
    }

    private static void isEmpty(List<String> wrong) {
        assertEquals("", String.join("\n", wrong));
    }
}
