package dev.remit.tickets.settling;

import dev.remit.kit.sweep.Due;
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
import java.util.UUID;

/** Settles tickets soon after something has come of them. */
@ApplicationScoped
@Priority(2)
class TicketSweep implements SettlingSweep {
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
    public Settling settling() {
        return settling;
    }

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return tickets.tenantsPending();
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        return tickets.pending(tenant, now, limit);
    }
}
