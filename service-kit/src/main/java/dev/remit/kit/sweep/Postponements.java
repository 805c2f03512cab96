package dev.remit.kit.sweep;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What failed and is tried again later: first after half a second, then each time after twice as long, up to an hour. */
@ApplicationScoped
class Postponements {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 13;

    private final Sql sql;

    Postponements(Sql sql) {
        this.sql = sql;
    }

    /** @param failures how often in a row it has failed */
    record Postponement(String sweep, UUID subject, Instant since, int failures, Instant againAt) {
        boolean holds(Due due, Instant machineTime) {
            return since.equals(due.since()) && machineTime.isBefore(againAt);
        }
    }

    /** The tenants of whom something is to be tried again. */
    Set<UUID> tenants(Instant machineTime) {
        return Set.copyOf(sql.list(
                "SELECT DISTINCT tenant_id FROM sweep_postponement WHERE again_at <= ?",
                row -> row.uuid(1),
                machineTime));
    }

    List<Postponement> of(UUID tenant) {
        return sql.list(
                "SELECT sweep, subject, since, failures, again_at FROM sweep_postponement WHERE tenant_id = ?",
                row -> new Postponement(row.text(1), row.uuid(2), row.instant(3), (int) row.number(4), row.instant(5)),
                tenant);
    }

    /** @param failures how often in a row it had failed before */
    void add(String sweep, UUID tenant, Due due, int failures, Instant machineTime) {
        sql.update(
                "INSERT INTO sweep_postponement (tenant_id, sweep, subject, since, failures, again_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) AS latest ON DUPLICATE KEY UPDATE since = latest.since,"
                        + " failures = latest.failures, again_at = latest.again_at",
                tenant,
                sweep,
                due.subject(),
                due.since(),
                failures + 1,
                machineTime.plus(pause(failures)));
    }

    void remove(String sweep, UUID tenant, UUID subject) {
        sql.update(
                "DELETE FROM sweep_postponement WHERE tenant_id = ? AND sweep = ? AND subject = ?",
                tenant,
                sweep,
                subject);
    }

    /** How many wait to be tried again, of all tenants. */
    long count(String sweep) {
        return sql
                .list(
                        "SELECT tenant_id, COUNT(*) FROM sweep_postponement WHERE sweep = ? GROUP BY tenant_id",
                        row -> row.number(2),
                        sweep)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
