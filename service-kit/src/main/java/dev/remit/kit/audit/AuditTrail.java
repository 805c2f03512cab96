package dev.remit.kit.audit;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.HashChain;
import dev.remit.kit.audit.AuditSequencer.Head;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.Conditions;
import dev.remit.kit.sql.ConsistentReads;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The trail of each tenant. What a transaction changes is noted down in it, so that both are there or neither; the
 * {@link AuditSequencer} makes the chain afterwards, so that no transaction waits for another's commit.
 */
@ApplicationScoped
public class AuditTrail {
    private static final String SCHEMA = "remit-audit/1";
    private static final int STRETCH = 500;
    /** How many records are in memory at once, and go to the server together. */
    private static final int WRITTEN_TOGETHER = 200;

    static final int MOST_AT_ONCE = 20_000;

    private final Sql sql;
    private final ConsistentReads reads;
    private final AuditSequencer sequencer;
    private final Tenancy tenancy;
    private final Caller caller;
    private final TenantClock clock;
    private final InstantSource wall;
    private final String service;

    AuditTrail(
            Sql sql,
            ConsistentReads reads,
            AuditSequencer sequencer,
            Tenancy tenancy,
            Caller caller,
            TenantClock clock,
            InstantSource wall,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.reads = reads;
        this.sequencer = sequencer;
        this.tenancy = tenancy;
        this.caller = caller;
        this.clock = clock;
        this.wall = wall;
        this.service = service;
    }

    /** Notes down each change, in the running transaction, at its very end. It is chained once the transaction has committed. */
    void append(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        UUID tenant = tenancy.current();
        Actor actor = actor();
        Instant at = clock.nowFor(tenant);
        List<Object[]> rows = new ArrayList<>();
        for (Change change : changes) {
            rows.add(new Object[] {
                tenant,
                at,
                operation(),
                actor.id(),
                change.type(),
                change.id(),
                CanonicalJson.bytes(facts(at, actor, change))
            });
            if (rows.size() == WRITTEN_TOGETHER) {
                insert(rows);
                rows.clear();
            }
        }
        insert(rows);
    }

    private void insert(List<Object[]> rows) {
        sql.batch(
                "INSERT INTO audit_waiting (tenant_id, at, operation, actor, object_type, object_id, facts)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** All of a record but its number. */
    private Map<String, Object> facts(Instant at, Actor actor, Change change) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("schema", SCHEMA);
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

    /** At most one more than the limit, newest first; whatever has been committed is among them. */
    List<AuditEntry> page(AuditFilter filter, long before, int limit) {
        sequencer.sequenceAll(tenancy.current());
        return reads.call(() -> chained(filter, before, limit));
    }

    private List<AuditEntry> chained(AuditFilter filter, long before, int limit) {
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
        sequencer.sequenceAll(tenancy.current());
        return reads.call(() -> verifyChained(after, noted));
    }

    private AuditVerification verifyChained(long after, byte[] noted) {
        UUID tenant = tenancy.current();
        Head head = sequencer.head(tenant);
        byte[] previous = hashAt(tenant, after);
        if (noted != null && !Arrays.equals(noted, previous)) {
            return AuditVerification.broken(previous, after);
        }
        Head reached = new Head(after, previous);
        List<HashChain.Link> links = stretch(tenant, reached, head);
        while (!links.isEmpty()) {
            OptionalInt broken = HashChain.firstBroken(reached.hash(), links);
            if (broken.isPresent()) {
                return AuditVerification.broken(previous, reached.length() + broken.getAsInt() + 1);
            }
            reached = new Head(reached.length() + links.size(), links.getLast().hash());
            if (reached.length() - after >= MOST_AT_ONCE && reached.length() < head.length()) {
                return AuditVerification.intactSoFar(previous, reached.length(), reached.hash());
            }
            links = stretch(tenant, reached, head);
        }
        return reached.length() == head.length() && Arrays.equals(reached.hash(), head.hash())
                ? AuditVerification.intact(previous, reached.length(), reached.hash())
                : AuditVerification.broken(previous, reached.length() + 1);
    }

    private byte[] hashAt(UUID tenant, long number) {
        return number == 0
                ? sequencer.origin(tenant)
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
                after.length(),
                through.length());
    }
}
