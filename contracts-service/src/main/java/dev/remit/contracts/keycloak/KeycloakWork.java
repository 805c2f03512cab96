package dev.remit.contracts.keycloak;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.Sql;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What Keycloak is to be brought to. A transaction that changes a person, a machine's login or what an MSP is called there notes down that there is
 * something to do; it is done right after, outside of any transaction, by one at a time, and goes on by itself where it broke
 * off.
 */
@ApplicationScoped
public class KeycloakWork {
    private static final Logger LOG = Logger.getLogger(KeycloakWork.class);

    /** Longer than the calls of one piece of work take. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration LEFT_TO_THE_CALLER = Duration.ofSeconds(10);

    private static final int AT_ONCE = 100;

    private final Sql sql;
    private final InstantSource clock;
    private final List<Settler> settlers;

    KeycloakWork(Sql sql, InstantSource clock, @All List<Settler> settlers) {
        this.sql = sql;
        this.clock = clock;
        this.settlers = settlers;
    }

    /** What a piece of work is about. */
    public enum Kind {
        MACHINE_CREDENTIAL,
        PERSON,
        /** Of the whole tenant, whose id it has. */
        ORGANIZATION
    }

    /** Brings Keycloak to what our rows of one kind say. */
    public interface Settler {
        Kind kind();

        /**
         * Makes of Keycloak what the row says, however far an earlier attempt came. Not called in a transaction.
         *
         * @return when there will be something to do again
         * @throws Problem service-unavailable, and it is tried again later; another one, and it is not
         */
        Optional<Instant> settle(UUID tenant, UUID id);
    }

    private record Due(UUID tenant, UUID id, Kind kind) {}

    /** Notes down, in the running transaction, that there is something to do, at that time or before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ask(UUID tenant, UUID id, Kind kind, Instant dueAt) {
        sql.update(
                "INSERT INTO keycloak_work (tenant_id, id, kind, asked, due_at, working_until)"
                        + " VALUES (?, ?, ?, 1, ?, '2000-01-01') AS wanted ON DUPLICATE KEY UPDATE"
                        + " asked = keycloak_work.asked + 1,"
                        + " due_at = LEAST(COALESCE(keycloak_work.due_at, wanted.due_at), wanted.due_at)",
                tenant,
                id,
                kind.name(),
                dueAt);
    }

    /**
     * Notes down, in the running transaction, what the caller does once it is committed. Nobody else begins before some seconds
     * have passed, or the caller would be told that it is being worked on.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void intend(UUID tenant, UUID id, Kind kind) {
        ask(tenant, id, kind, clock.instant().plus(LEFT_TO_THE_CALLER));
    }

    /** Notes down that there is something to do for each MSP for which nobody ever noted it down. */
    void askOnceForEachMsp(Kind kind) {
        sql.update(
                "INSERT IGNORE INTO keycloak_work (tenant_id, id, kind, asked, due_at, working_until)"
                        + " SELECT tenant_id, tenant_id, ?, 1, ?, '2000-01-01' FROM tenant"
                        + " WHERE state IN ('ACTIVE', 'SUSPENDED')",
                kind.name(),
                clock.instant());
    }

    /**
     * Does what there is to do.
     *
     * @throws Problem busy, where somebody is at it; service-unavailable, where Keycloak gives no answer
     */
    public void doNow(UUID tenant, UUID id, Kind kind) {
        if (!claim(tenant, id)) {
            throw Problem.of(ProblemType.BUSY, "This is being worked on; ask again in two minutes.");
        }
        work(new Due(tenant, id, kind));
    }

    /** As {@link #doNow}, where what was asked for holds already: what cannot be done now is done later. */
    public void doNowOrLater(UUID tenant, UUID id, Kind kind) {
        if (claim(tenant, id)) {
            workOrLeave(new Due(tenant, id, kind));
        }
    }

    /** Does whatever is due and nobody is at. */
    @Scheduled(every = "{remit.keycloak.work}", delayed = "15s", identity = "keycloak-work")
    public void doWhatIsDue() {
        Instant now = clock.instant();
        List<Due> due = sql.list(
                "SELECT tenant_id, id, kind FROM keycloak_work WHERE due_at <= ? AND working_until < ?"
                        + " ORDER BY due_at LIMIT " + AT_ONCE,
                row -> new Due(row.uuid(1), row.uuid(2), Kind.valueOf(row.text(3))),
                now,
                now);
        for (Due one : due) {
            if (claim(one.tenant, one.id)) {
                workOrLeave(one);
            }
        }
    }

    private void workOrLeave(Due one) {
        try {
            work(one);
        } catch (RuntimeException failure) {
            LOG.warnf("%s %s of tenant %s is not settled: %s", one.kind, one.id, one.tenant, failure);
        }
    }

    /** Whether the caller may work at it; of two at once one may. */
    private boolean claim(UUID tenant, UUID id) {
        Instant now = clock.instant();
        return sql.update(
                        "UPDATE keycloak_work SET working_until = ? WHERE tenant_id = ? AND id = ? AND working_until < ?",
                        now.plus(CLAIM),
                        tenant,
                        id,
                        now)
                > 0;
    }

    private void work(Due one) {
        long asked = sql.first(
                        "SELECT asked FROM keycloak_work WHERE tenant_id = ? AND id = ?",
                        row -> row.number(1),
                        one.tenant,
                        one.id)
                .orElse(0L);
        try {
            done(one, asked, settlerOf(one.kind).settle(one.tenant, one.id).orElse(null));
        } catch (Problem failure) {
            if (failure.type() == ProblemType.SERVICE_UNAVAILABLE) {
                again(one);
            } else {
                done(one, asked, null);
            }
            throw failure;
        }
    }

    private Settler settlerOf(Kind kind) {
        return settlers.stream()
                .filter(settler -> settler.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** What was asked for meanwhile stays due. */
    private void done(Due one, long asked, Instant next) {
        sql.update(
                "UPDATE keycloak_work SET due_at = IF(asked = ?, ?, due_at), working_until = ?"
                        + " WHERE tenant_id = ? AND id = ?",
                asked,
                next,
                clock.instant(),
                one.tenant,
                one.id);
    }

    private void again(Due one) {
        Instant now = clock.instant();
        sql.update(
                "UPDATE keycloak_work SET due_at = ?, working_until = ? WHERE tenant_id = ? AND id = ?",
                now,
                now,
                one.tenant,
                one.id);
    }
}
