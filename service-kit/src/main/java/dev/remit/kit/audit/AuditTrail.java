package dev.remit.kit.audit;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.Conditions;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The trail of each tenant: one chain of records, numbered in the order of commits. The chain's head is the last lock that
 * a transaction takes, so trails hold nobody up for longer than a commit.
 */
@ApplicationScoped
public class AuditTrail {
    private static final String SCHEMA = "remit-audit/1";
    private static final int STRETCH = 500;
    /** How many records are in memory at once, and go to the server together. */
    private static final int WRITTEN_TOGETHER = 200;

    static final int MOST_AT_ONCE = 20_000;

    private final Sql sql;
    private final Tenancy tenancy;
    private final Caller caller;
    private final TenantClock clock;
    private final InstantSource wall;
    private final String service;
    private final SecureRandom random = new SecureRandom();

    AuditTrail(
            Sql sql,
            Tenancy tenancy,
            Caller caller,
            TenantClock clock,
            InstantSource wall,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.caller = caller;
        this.clock = clock;
        this.wall = wall;
        this.service = service;
    }

    private record Head(long length, byte[] hash) {}

    /** Adds a record for each change, in the running transaction, at its very end. */
    void append(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        UUID tenant = tenancy.current();
        Actor actor = actor();
        Instant at = clock.nowFor(tenant);
        Head head = lock(tenant);
        List<Object[]> rows = new ArrayList<>();
        for (Change change : changes) {
            byte[] record = CanonicalJson.bytes(facts(head.length + 1, at, actor, change));
            byte[] salt = new byte[HashChain.SALT_LENGTH];
            random.nextBytes(salt);
            HashChain.Link link = HashChain.link(head.hash, salt, record);
            head = new Head(head.length + 1, link.hash());
            rows.add(row(tenant, head.length, at, actor, change, link));
            if (rows.size() == WRITTEN_TOGETHER) {
                insert(rows);
                rows.clear();
            }
        }
        insert(rows);
        sql.update("UPDATE audit_head SET length = ?, hash = ? WHERE tenant_id = ?", head.length, head.hash, tenant);
    }

    private void insert(List<Object[]> rows) {
        sql.batch(
                "INSERT INTO audit_record (tenant_id, number, at, operation, actor, object_type, object_id,"
                        + " hash, seal, salt, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] row(UUID tenant, long number, Instant at, Actor actor, Change change, HashChain.Link link) {
        return new Object[] {
            tenant,
            number,
            at,
            operation(),
            actor.id(),
            change.type(),
            change.id(),
            link.hash(),
            link.seal(),
            link.salt(),
            link.payload()
        };
    }

    private Map<String, Object> facts(long number, Instant at, Actor actor, Change change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("schema", SCHEMA);
        facts.put("number", number);
        facts.put("at", at.toString());
        facts.put("writtenAt", wall.instant().toString());
        facts.put("service", service);
        facts.put("operation", operation());
        if (Trace.requestId() != null) {
            facts.put("requestId", Trace.requestId());
        }
        facts.put("actor", actor.plain());
        facts.put("object", Map.of("type", change.type(), "id", change.id()));
        facts.put("change", change.kind().name());
        if (change.before() != null) {
            facts.put("before", change.shownBefore());
        }
        if (change.after() != null) {
            facts.put("after", change.shownAfter());
        }
        return facts;
    }

    private Actor actor() {
        return tenancy.connection()
                .map(Actor::connection)
                .orElseGet(() -> caller.isKnown() ? Actor.of(caller) : Actor.system(service));
    }

    private static String operation() {
        return Trace.operation() == null ? "unnamed" : Trace.operation();
    }

    private Head lock(UUID tenant) {
        return head(tenant, " FOR UPDATE").orElseGet(() -> begin(tenant));
    }

    private Optional<Head> head(UUID tenant, String lock) {
        return sql.first(
                "SELECT length, hash FROM audit_head WHERE tenant_id = ?" + lock,
                row -> new Head(row.number(1), row.bytes(2)),
                tenant);
    }

    /** Two transactions that begin a trail at once: one waits here for the other. */
    private Head begin(UUID tenant) {
        sql.update(
                "INSERT INTO audit_head (tenant_id, length, hash) VALUES (?, 0, ?)"
                        + " ON DUPLICATE KEY UPDATE length = audit_head.length",
                tenant,
                origin(tenant));
        return lock(tenant);
    }

    /** What stands before the first record of a tenant's trail. */
    public byte[] origin(UUID tenant) {
        return HashChain.origin("audit/" + service + "/" + tenant);
    }

    /** At most one more than the limit, newest first. */
    List<AuditEntry> page(AuditFilter filter, long before, int limit) {
        Conditions conditions = filter.conditions();
        return sql.list(
                "SELECT number, hash, seal, salt, record FROM audit_record WHERE tenant_id = ? AND number < ?"
                        + conditions.sql() + " ORDER BY number DESC LIMIT ?",
                AuditTrail::entry,
                conditions.argumentsBetween(List.of(tenancy.current(), before), limit + 1));
    }

    private static AuditEntry entry(Sql.Row row) throws SQLException {
        return AuditEntry.of(
                row.number(1), HashChain.Link.stored(row.bytes(2), row.bytes(3), row.bytes(4), row.bytes(5)));
    }

    /**
     * Computes the chain anew from a record on, at most {@value #MOST_AT_ONCE} records and as far as it reached when this
     * began.
     *
     * @param after the number of a record, 0 for the start
     * @param noted the hash that it had when somebody noted it down; null where nobody did
     * @throws Problem validation, when there is no such record
     */
    AuditVerification verify(long after, byte[] noted) {
        UUID tenant = tenancy.current();
        Head head = head(tenant, "").orElse(new Head(0, origin(tenant)));
        byte[] previous = hashAt(tenant, after);
        if (noted != null && !Arrays.equals(noted, previous)) {
            return AuditVerification.broken(previous, after);
        }
        Head reached = new Head(after, previous);
        List<HashChain.Link> links = stretch(tenant, reached, head);
        while (!links.isEmpty()) {
            OptionalInt broken = HashChain.firstBroken(reached.hash, links);
            if (broken.isPresent()) {
                return AuditVerification.broken(previous, reached.length + broken.getAsInt() + 1);
            }
            reached = new Head(reached.length + links.size(), links.getLast().hash());
            if (reached.length - after >= MOST_AT_ONCE && reached.length < head.length) {
                return AuditVerification.intactSoFar(previous, reached.length, reached.hash);
            }
            links = stretch(tenant, reached, head);
        }
        return reached.length == head.length && Arrays.equals(reached.hash, head.hash)
                ? AuditVerification.intact(previous, reached.length, reached.hash)
                : AuditVerification.broken(previous, reached.length + 1);
    }

    private byte[] hashAt(UUID tenant, long number) {
        return number == 0
                ? origin(tenant)
                : sql.first(
                                "SELECT hash FROM audit_record WHERE tenant_id = ? AND number = ?",
                                row -> row.bytes(1),
                                tenant,
                                number)
                        .orElseThrow(() ->
                                Problem.invalid("after", "must be the number of a record of this trail", "after"));
    }

    /** A record that is missing breaks the chain where it should be, since the next one does not follow. */
    private List<HashChain.Link> stretch(UUID tenant, Head after, Head through) {
        return sql.list(
                "SELECT hash, seal, salt, record FROM audit_record WHERE tenant_id = ? AND number > ? AND number <= ?"
                        + " ORDER BY number LIMIT " + STRETCH,
                row -> HashChain.Link.stored(row.bytes(1), row.bytes(2), row.bytes(3), row.bytes(4)),
                tenant,
                after.length,
                through.length);
    }
}
