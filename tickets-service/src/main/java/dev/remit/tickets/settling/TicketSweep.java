package dev.remit.tickets.settling;

import dev.remit.kit.sweep.Due;
import dev.remit.kit.sweep.Sweep;
import dev.remit.kit.sweep.Sweeps;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.sql.CrossTenantSql;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Settles tickets soon after something has come of them. */
@ApplicationScoped
@Priority(2)
class TicketSweep implements Sweep {
    static final String OPERATION = "settling";

    private final CrossTenantSql tickets;
    private final Settling settling;
    private final Sweeps sweeps;

    TicketSweep(CrossTenantSql tickets, Settling settling, Sweeps sweeps) {
        this.tickets = tickets;
        this.settling = settling;
        this.sweeps = sweeps;
    }

    void nudge(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketsPending pending) {
        sweeps.nudge();
    }

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public String operation() {
        return OPERATION;
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return tickets.tenantsPending();
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return tickets.pending(tenant, now, limit);
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
