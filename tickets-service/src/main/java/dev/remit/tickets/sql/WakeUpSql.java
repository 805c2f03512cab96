package dev.remit.tickets.sql;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.sweep.Due;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of wake-ups: word that tickets must be looked at because of something that is now committed. There is one for
 * each tenant, kind and subject; asking for it again before it is answered begins its answer anew.
 */
@ApplicationScoped
public class WakeUpSql {
    static final String ASK = "INSERT INTO wake_up (id, tenant_id, kind, subject, asked, after_id, asked_at)"
            + " VALUES (?, ?, ?, ?, 1, NULL, ?) ON DUPLICATE KEY UPDATE asked = wake_up.asked + 1, after_id = NULL,"
            + " asked_at = ?";
    static final String TENANTS = "SELECT tenant_id, MIN(asked_at) FROM wake_up GROUP BY tenant_id";
    static final String OF_TENANT =
            "SELECT id, asked_at FROM wake_up WHERE tenant_id = ? AND asked_at <= ? ORDER BY asked_at LIMIT ?";
    static final String ONE = "SELECT id, kind, subject, asked, after_id FROM wake_up WHERE tenant_id = ? AND id = ?";
    static final String LOCK =
            "SELECT id FROM wake_up WHERE tenant_id = ? AND id = ? AND asked = ? FOR UPDATE SKIP LOCKED";
    static final String ADVANCE = "UPDATE wake_up SET after_id = ? WHERE tenant_id = ? AND id = ?";
    static final String DELETE = "DELETE FROM wake_up WHERE tenant_id = ? AND id = ?";

    private final Sql sql;

    WakeUpSql(Sql sql) {
        this.sql = sql;
    }

    /**
     * One that waits to be answered.
     *
     * @param subject what it is about, as its kind has it
     * @param asked how often it has been asked for
     * @param after the last ticket that an earlier step of the answer came to; null at the start
     */
    public record WakeUp(UUID id, String kind, String subject, long asked, UUID after) {}

    /** Asks in the transaction of the fact. */
    public void ask(UUID tenant, UUID id, String kind, String subject, Instant now) {
        sql.update(ASK, id, tenant, kind, subject, now, now);
    }

    /** Of each tenant, when the first was asked for. */
    public Map<UUID, Instant> tenants() {
        return sql.instants(TENANTS);
    }

    /** A tenant's, the longest waiting first. */
    public List<Due> ofTenant(UUID tenant, Instant now, int limit) {
        return sql.list(OF_TENANT, row -> new Due(row.uuid(1), row.instant(2)), tenant, now, limit);
    }

    public Optional<WakeUp> find(UUID tenant, UUID id) {
        return sql.first(
                ONE, row -> new WakeUp(row.uuid(1), row.text(2), row.text(3), row.number(4), row.uuid(5)), tenant, id);
    }

    /**
     * Ticks off a step of the answer; does nothing where somebody is asking again, for whom all begins anew.
     *
     * @param reached the last ticket of the step; empty where it was the last step
     */
    public void stepped(UUID tenant, WakeUp wakeUp, Optional<UUID> reached) {
        boolean unchanged = sql.first(LOCK, row -> row.uuid(1), tenant, wakeUp.id(), wakeUp.asked())
                .isPresent();
        if (unchanged && reached.isPresent()) {
            sql.update(ADVANCE, reached.get(), tenant, wakeUp.id());
        } else if (unchanged) {
            sql.update(DELETE, tenant, wakeUp.id());
        }
    }
}
