package dev.remit.kit.tenantdata;

import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.evidence.HashChain.Link;
import dev.remit.kit.audit.AuditSequencer;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.sql.Sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Verifies the chains that an erasure leaves, from their first link to their last. */
@ApplicationScoped
class ChainsLeft {
    private static final String EVIDENCE = "evidence_link";

    private final Sql sql;
    private final AuditSequencer sequencer;

    ChainsLeft(Sql sql, AuditSequencer sequencer) {
        this.sql = sql;
        this.sequencer = sequencer;
    }

    /** @param broken how many links do not follow from the one before */
    record Chain(long links, long broken) {
        static final Chain NONE = new Chain(0, 0);
    }

    boolean hasEvidence(List<TenantTable> tables) {
        return tables.stream().anyMatch(table -> table.name().equals(EVIDENCE));
    }

    Chain audit(UUID tenant) {
        return check(
                "SELECT tenant_id, hash, seal, salt, record FROM audit_record WHERE tenant_id = ? ORDER BY number",
                sequencer::origin,
                tenant);
    }

    /** The chains of all tickets; none where a service keeps no evidence. */
    Chain evidence(UUID tenant, List<TenantTable> tables) {
        return hasEvidence(tables)
                ? check(
                        "SELECT ticket_id, hash, seal, salt, payload FROM evidence_link WHERE tenant_id = ?"
                                + " ORDER BY ticket_id, position",
                        ticket -> HashChain.origin(ticket.toString()),
                        tenant)
                : Chain.NONE;
    }

    private Chain check(String statement, Function<UUID, byte[]> origin, UUID tenant) {
        Check check = new Check(origin);
        try {
            sql.each(statement, check::take, tenant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Chain(check.links, check.broken);
    }

    private static final class Check {
        private final Function<UUID, byte[]> origin;
        private UUID subject;
        private byte[] previous;
        private long links;
        private long broken;

        private Check(Function<UUID, byte[]> origin) {
            this.origin = origin;
        }

        private void take(Row row) throws SQLException {
            UUID now = row.uuid(1);
            if (!now.equals(subject)) {
                subject = now;
                previous = origin.apply(now);
            }
            Link link = Link.stored(row.bytes(2), row.bytes(3), row.bytes(4), row.bytes(5));
            links++;
            broken += HashChain.firstBroken(previous, List.of(link)).isPresent() ? 1 : 0;
            previous = link.hash();
        }
    }
}
