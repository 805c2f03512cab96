package dev.remit.kit.longreads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LongReadTest extends KitTest {
    private static final String AUDIT = "/api/gadgets/v1/audit";

    @Inject
    LongReads reads;

    @Test
    void aLongReadWaitsForItsTenantsTurnAndAnyOtherReadDoesNot() throws Exception {
        UUID tenant = TestTenants.fresh();
        CompletableFuture<Integer> waiting;
        try (LongReads.Turn turn = reads.begin(tenant)) {
            assertEquals(200, owner(tenant).get(GADGETS).statusCode());
            assertEquals(200, owner(TestTenants.fresh()).get(AUDIT).statusCode());
            waiting = CompletableFuture.supplyAsync(
                    () -> owner(tenant).get(AUDIT).statusCode(), Thread::startVirtualThread);
            assertThrows(TimeoutException.class, () -> waiting.get(100, TimeUnit.MILLISECONDS));
        }
        assertEquals(200, waiting.get(10, TimeUnit.SECONDS));
    }
}
