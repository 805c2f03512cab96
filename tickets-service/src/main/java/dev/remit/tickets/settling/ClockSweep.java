package dev.remit.tickets.settling;

import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import dev.remit.tickets.sql.CrossTenantSql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Looks at tickets when a clock's next moment has come: a warning, a breach, an end. */
@ApplicationScoped
@Priority(1)
class ClockSweep implements Sweep {
    private final CrossTenantSql tickets;
    private final Settling settling;

    ClockSweep(CrossTenantSql tickets, Settling settling) {
        this.tickets = tickets;
        this.settling = settling;
    }

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public String operation() {
        return TicketSweep.OPERATION;
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

    @Override
    public int atOnce() {
        return Settling.AT_ONCE;
    }

    @Override
    public Set<UUID> workTogether(List<UUID> some) {
        return settling.settle(some);
    }

    @Override
    public boolean work(UUID ticket) {
        return settling.settle(ticket);
    }
}
