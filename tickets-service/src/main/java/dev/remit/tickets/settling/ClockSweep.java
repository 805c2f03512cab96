package dev.remit.tickets.settling;

import dev.remit.kit.sweep.Due;
import dev.remit.tickets.sql.CrossTenantSql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks at tickets when a clock's next moment has come: a warning, a breach, an end. */
@ApplicationScoped
@Priority(1)
class ClockSweep implements SettlingSweep {
    private final CrossTenantSql tickets;
    private final Settling settling;

    ClockSweep(CrossTenantSql tickets, Settling settling) {
        this.tickets = tickets;
        this.settling = settling;
    }

    @Override
    public Settling settling() {
        return settling;
    }

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public boolean byTenantsClock() {
        return true;
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return tickets.tenantsDue();
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return tickets.due(tenant, now, limit);
    }
}
