package dev.remit.tickets.sql;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of wake-ups: word that tickets must be looked at because of something that is now committed. There is one for
 * each tenant, kind and subject; asking for it again before it is answered begins its answer anew.
 */
@ApplicationScoped
public class WakeUpSql {
    static final String ASK = "INSERT INTO wake_up (id, tenant_id, kind, subject, asked, after_id, due_at, failures)"
            + " VALUES (?, ?, ?, ?, 1, NULL, ?, 0) ON DUPLICATE KEY UPDATE asked = wake_up.asked + 1, after_id = NULL,"
            + " due_at = LEAST(wake_up.due_at, ?)";
    static final String OF_TENANT = "SELECT id, kind, subject, asked, after_id, failures FROM wake_up"
            + " WHERE tenant_id = ? AND due_at <= ? ORDER BY due_at LIMIT ?";
    static final String LOCK =
            "SELECT id FROM wake_up WHERE tenant_id = ? AND id = ? AND asked = ? FOR UPDATE SKIP LOCKED";
    static final String ADVANCE = "UPDATE wake_up SET after_id = ?, failures = 0 WHERE tenant_id = ? AND id = ?";
    static final String DELETE = "DELETE FROM wake_up WHERE tenant_id = ? AND id = ?";
    static final String POSTPONE =
            "UPDATE wake_up SET due_at = ?, failures = failures + 1 WHERE tenant_id = ? AND id = ?";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final int MOST_DOUBLINGS = 10;

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
     * @param failures how often in a row answering has failed
     */
    public record WakeUp(UUID id, String kind, String subject, long asked, UUID after, int failures) {}

    /** Asks in the transaction of the fact. */
    public void ask(UUID tenant, UUID id, String kind, String subject, Instant now) {
        sql.update(ASK, id, tenant, kind, subject, now, now);
    }

    /** A tenant's that are due, the longest waiting first. */
    public List<WakeUp> ofTenant(UUID tenant, Instant now, int limit) {
        return sql.list(
                OF_TENANT,
                row -> new WakeUp(
                        row.uuid(1), row.text(2), row.text(3), row.number(4), row.uuid(5), (int) row.number(6)),
                tenant,
                now,
                limit);
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

    /** Puts an answer that failed off, each time for twice as long. */
    public void postpone(UUID tenant, WakeUp wakeUp, Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(wakeUp.failures(), MOST_DOUBLINGS));
        sql.update(POSTPONE, now.plus(pause), tenant, wakeUp.id());
    }
}
