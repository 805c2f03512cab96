package dev.remit.tickets.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.evidence.EvidencePage;
import dev.remit.kit.evidence.EvidencePaging;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.TestTenants;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvidenceWritersTest extends TicketsTest {
    private static final int EACH = 20;

    @Inject
    Evidence evidence;

    @Inject
    Tenancy tenancy;

    @Test
    void twoWhoWriteAtOnceWriteOneAfterTheOther() throws Exception {
        UUID tenant = TestTenants.fresh();
        UUID ticket = UUID.randomUUID();
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<?>> writers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int writer = 0; writer < 2; writer++) {
                String name = "writer " + writer;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        together.await();
                        tenancy.runAs(tenant, () -> evidence.append(ticket, EvidenceKind.RULING, Map.of("by", name)));
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        EvidencePaging all = new EvidencePaging();
        all.limit = 2 * EACH;
        EvidencePage chain = tenancy.callAs(tenant, () -> evidence.page(ticket, all));
        assertEquals(2 * EACH, chain.links().size());
        assertTrue(chain.intact());
    }
}
