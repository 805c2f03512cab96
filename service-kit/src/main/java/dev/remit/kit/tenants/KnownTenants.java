package dev.remit.kit.tenants;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The tenants that this service was told of. Whom nobody told of is a tenant like any other, with real work. They are asked
 * for with every request and several times a second by sweeps, so they are read as a whole, once a second at most.
 */
@ApplicationScoped
public class KnownTenants {
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Sql sql;
    private final TransactionSynchronizationRegistry transaction;
    private final AtomicLong changes = new AtomicLong();
    private volatile Reading last;

    KnownTenants(Sql sql, TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** What is known of a tenant. */
    public record Known(TenantKind kind, TenantStatus state) {
        private static final Known NOT_TOLD = new Known(TenantKind.REAL, TenantStatus.ACTIVE);

        /** Whether it is served no more, for now or for good. */
        public boolean isSuspended() {
            return state != TenantStatus.ACTIVE;
        }

        public boolean isErased() {
            return state == TenantStatus.ERASED;
        }

        /** @throws Problem tenant-suspended */
        public void requireActive() {
            if (isSuspended()) {
                throw Problem.of(ProblemType.TENANT_SUSPENDED);
            }
        }
    }

    private record Reading(Map<UUID, Known> tenants, long atNanos) {}

    /** Keeps what was told, in the running transaction. */
    public void learn(UUID tenant, TenantFacts facts) {
        sql.update(
                "INSERT INTO known_tenant (tenant_id, name, kind, state) VALUES (?, ?, ?, ?) AS told"
                        + " ON DUPLICATE KEY UPDATE name = told.name, kind = told.kind, state = told.state",
                tenant,
                facts.name(),
                facts.kind().name(),
                facts.state().name());
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nobody else sees it yet.
            }

            @Override
            public void afterCompletion(int status) {
                changes.incrementAndGet();
                last = null;
            }
        });
    }

    /** A tenant as it was told of; in another replica than the one that was told it may be a second old. */
    public Known of(UUID tenant) {
        Reading reading = last;
        if (reading == null || System.nanoTime() - reading.atNanos > KEPT_NANOS) {
            reading = read();
        }
        return reading.tenants.getOrDefault(tenant, Known.NOT_TOLD);
    }

    /** What a tenant's people call it; empty where nobody told. */
    public Optional<String> name(UUID tenant) {
        return sql.first("SELECT name FROM known_tenant WHERE tenant_id = ?", row -> row.text(1), tenant);
    }

    private Reading read() {
        long before = changes.get();
        Reading reading = new Reading(
                sql
                        .list(
                                "SELECT tenant_id, kind, state FROM known_tenant",
                                row -> Map.entry(
                                        row.uuid(1),
                                        new Known(TenantKind.valueOf(row.text(2)), TenantStatus.valueOf(row.text(3)))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                System.nanoTime());
        if (changes.get() == before) {
            last = reading;
        }
        return reading;
    }
}
