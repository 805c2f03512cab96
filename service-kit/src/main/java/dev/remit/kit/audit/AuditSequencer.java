package dev.remit.kit.audit;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.json.Json;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.trace.Trace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes one chain of each tenant's committed audit records, numbered without gaps. Whoever holds the row of the chain's head is the
 * only one to do so. A record that is committed late simply comes later.
 */
@ApplicationScoped
public class AuditSequencer {
    /** How many records are in memory at once, and go to the server together. */
    static final int BATCH = 200;

    private static final int TENANTS = 100;

    private static final Logger LOG = Logger.getLogger(AuditSequencer.class);

    private final Sql sql;
    private final String service;
    private final InstantSource wall;
    private final UnchainedTenants unchained = new UnchainedTenants();
    private final SecureRandom random = new SecureRandom();

    AuditSequencer(Sql sql, @ConfigProperty(name = "quarkus.application.name") String service, InstantSource wall) {
        this.sql = sql;
        this.service = service;
        this.wall = wall;
    }

    /** How far a chain reaches. */
    record Head(long length, byte[] hash) {}

    private record Waiting(
            long id, Instant at, String operation, String actor, String type, String object, byte[] facts) {}

    /** What stands before the first record of a tenant's trail. */
    public byte[] origin(UUID tenant) {
        return HashChain.origin("audit/" + service + "/" + tenant);
    }

    Head head(UUID tenant) {
        return head(tenant, "").orElseGet(() -> new Head(0, origin(tenant)));
    }

    /** How many committed records are in no chain yet. */
    long depth() {
        return sql.first("SELECT COUNT(*) FROM audit_waiting", row -> row.number(1))
                .orElse(0L);
    }

    /** Of how many tenants the records could not be chained when that was tried last. */
    int unchained() {
        return unchained.count();
    }

    /**
     * Chains some of what is committed. Crosses tenants on purpose; one whose records cannot be chained is put off and keeps no
     * other waiting.
     *
     * @return whether there is more
     */
    boolean sequence() {
        Instant now = wall.instant();
        int most = TENANTS + unchained.count();
        List<UUID> waiting = sql.list("SELECT DISTINCT tenant_id FROM audit_waiting LIMIT ?", row -> row.uuid(1), most);
        List<UUID> tenants = waiting.stream()
                .filter(tenant -> !unchained.isPutOff(tenant, now))
                .toList();
        boolean more = waiting.size() == most && !tenants.isEmpty();
        for (UUID tenant : tenants) {
            more |= sequenceOrPutOff(tenant);
        }
        return more;
    }

    private boolean sequenceOrPutOff(UUID tenant) {
        try {
            boolean more = sequence(tenant) == BATCH;
            unchained.succeeded(tenant);
            return more;
        } catch (RuntimeException | Error failure) {
            unchained.failed(tenant, wall.instant());
            Trace.tenant(tenant);
            LOG.errorf(failure, "The audit records of a tenant could not be chained, which is tried again later");
            Trace.tenant(null);
            return false;
        }
    }

    /** Chains all that is committed of a tenant. In a transaction of its own: what began before does not see it. */
    public void sequenceAll(UUID tenant) {
        boolean waiting = sql.first(
                        "SELECT id FROM audit_waiting WHERE tenant_id = ? LIMIT 1", row -> row.number(1), tenant)
                .isPresent();
        while (waiting) {
            waiting = sequence(tenant) == BATCH;
        }
    }

    private int sequence(UUID tenant) {
        return QuarkusTransaction.requiringNew().call(() -> sequenceUnderLock(tenant));
    }

    private int sequenceUnderLock(UUID tenant) {
        Head head = head(tenant, " FOR UPDATE").orElseGet(() -> begin(tenant));
        List<Waiting> waiting = sql.list(
                "SELECT id, at, operation, actor, object_type, object_id, facts FROM audit_waiting WHERE tenant_id = ?"
                        + " ORDER BY id LIMIT " + BATCH,
                row -> new Waiting(
                        row.number(1),
                        row.instant(2),
                        row.text(3),
                        row.text(4),
                        row.text(5),
                        row.text(6),
                        row.bytes(7)),
                tenant);
        if (waiting.isEmpty()) {
            return 0;
        }
        List<Object[]> records = new ArrayList<>();
        for (Waiting next : waiting) {
            long number = head.length + 1;
            HashChain.Link link = HashChain.link(head.hash, salt(), record(number, next.facts));
            head = new Head(number, link.hash());
            records.add(row(tenant, number, next, link));
        }
        sql.batch(
                "INSERT INTO audit_record (tenant_id, number, at, operation, actor, object_type, object_id,"
                        + " hash, seal, salt, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                records);
        // By primary key alone: no row of a transaction that has not committed is waited for.
        sql.update(
                "DELETE FROM audit_waiting WHERE id IN (" + String.join(", ", Collections.nCopies(waiting.size(), "?"))
                        + ") AND tenant_id = ?",
                Stream.concat(waiting.stream().map(Waiting::id), Stream.of(tenant))
                        .toArray());
        sql.update("UPDATE audit_head SET length = ?, hash = ? WHERE tenant_id = ?", head.length, head.hash, tenant);
        return waiting.size();
    }

    private static byte[] record(long number, byte[] facts) {
        Map<String, Object> record = new LinkedHashMap<>(Json.members(facts));
        record.put("number", number);
        return CanonicalJson.bytes(record);
    }

    private byte[] salt() {
        byte[] salt = new byte[HashChain.SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }

    private static Object[] row(UUID tenant, long number, Waiting facts, HashChain.Link link) {
        return new Object[] {
            tenant,
            number,
            facts.at,
            facts.operation,
            facts.actor,
            facts.type,
            facts.object,
            link.hash(),
            link.seal(),
            link.salt(),
            link.payload()
        };
    }

    private Optional<Head> head(UUID tenant, String lock) {
        return sql.first(
                "SELECT length, hash FROM audit_head WHERE tenant_id = ?" + lock,
                row -> new Head(row.number(1), row.bytes(2)),
                tenant);
    }

    /** Two that begin a chain at once: one waits here for the other. */
    private Head begin(UUID tenant) {
        sql.update(
                "INSERT INTO audit_head (tenant_id, length, hash) VALUES (?, 0, ?)"
                        + " ON DUPLICATE KEY UPDATE length = audit_head.length",
                tenant,
                origin(tenant));
        return head(tenant, " FOR UPDATE").orElseThrow();
    }
}
