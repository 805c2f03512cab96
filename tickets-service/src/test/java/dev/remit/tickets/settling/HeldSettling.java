package dev.remit.tickets.settling;

import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Keeps the thread that comes to a tenant's work from it, until tests let it go on: what has come by then is settled together. */
@ApplicationScoped
@Priority(0)
class HeldSettling implements Sweep {
    private volatile UUID held;
    private volatile CountDownLatch release = new CountDownLatch(0);
    private volatile boolean holding;

    void hold(UUID tenant) {
        release = new CountDownLatch(1);
        held = tenant;
    }

    boolean isHolding() {
        return holding;
    }

    void release() {
        held = null;
        release.countDown();
    }

    @Override
    public String name() {
        return "held";
    }

    @Override
    public Map<UUID, Instant> tenants() {
        UUID tenant = held;
        return tenant == null ? Map.of() : Map.of(tenant, Instant.EPOCH);
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return tenant.equals(held) ? List.of(new Due(tenant, Instant.EPOCH)) : List.of();
    }

    @Override
    public boolean work(UUID tenant) {
        holding = true;
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            holding = false;
        }
    }
}
