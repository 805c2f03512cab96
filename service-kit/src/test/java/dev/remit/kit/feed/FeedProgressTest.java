package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever answers by a neighbour's news knows whether it has come. */
@QuarkusTest
class FeedProgressTest extends HandlerTest {
    private final UUID tenant = TestTenants.fresh();

    @Inject
    FeedProgress progress;

    @Inject
    Outbox outbox;

    private boolean isTaken(FeedHandler<?> handler, UUID of, long position) {
        return progress.awaitTaken(handler.name(), of, position, Duration.ZERO);
    }

    @Test
    void newsIsTakenOnceItTookEffect() {
        Rows handler = new Rows() {};
        long position = handler.event(tenant, UUID.randomUUID());
        assertTrue(isTaken(handler, tenant, 0));
        assertFalse(isTaken(handler, tenant, position), "not copied");
        handler.copy();
        assertFalse(isTaken(handler, tenant, position), "copied, and without effect");
        assertTrue(isTaken(handler, TestTenants.fresh(), position), "another tenant waits for nothing");
        handler.takeAll();
        assertTrue(isTaken(handler, tenant, position));
        assertFalse(isTaken(handler, tenant, position + 1), "not told yet");
    }

    @Test
    void newsThatIsSetAsideIsNotTaken() {
        Rows handler = new Rows() {
            @Override
            public void apply(FeedEvent event, Void prepared) {
                throw new IllegalArgumentException("not this one");
            }
        };
        long position = handler.event(tenant, UUID.randomUUID());
        handler.copy();
        handler.takeAll();
        assertEquals(1, setAside.subjects(handler.name(), tenant).size());
        assertFalse(isTaken(handler, tenant, position));
        assertTrue(isTaken(handler, TestTenants.fresh(), position));
    }

    @Test
    void whatIsCommittedIsToldThroughThatPosition() {
        tenancy.runAs(tenant, () -> outbox.append("Made", UUID.randomUUID(), Map.of("words", "told")));
        long told = progress.told(tenant).orElseThrow();
        long position = sql.first("SELECT position FROM outbox WHERE tenant_id = ?", row -> row.number(1), tenant)
                .orElseThrow();
        assertTrue(told >= position, told + " and " + position);
    }
}
