package dev.remit.kit.evidence;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.HashChain;
import dev.remit.kit.evidence.EvidenceChain.Stored;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The chain of evidence of each of the current tenant's tickets, in the table {@code evidence_link} of the service that
 * keeps one. Two services keep a chain each for the same ticket: one of what was ruled and read, one of what was rated.
 */
@ApplicationScoped
public class Evidence {
    private static final String SCHEMA = "remit-evidence/1";

    private final Sql sql;
    private final Tenancy tenancy;
    private final Ids ids;
    private final TenantClock clock;
    private final SecureRandom random = new SecureRandom();

    Evidence(Sql sql, Tenancy tenancy, Ids ids, TenantClock clock) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a link follows. */
    private record Last(int position, byte[] hash) {}

    /**
     * Adds a link. The caller holds a lock that keeps two writers from the same place.
     *
     * @param kind what the link is about, as the service names it
     * @param facts plain JSON values; instants and ids as text
     */
    public void append(UUID ticketId, Enum<?> kind, Map<String, ?> facts) {
        Map<String, Object> payload = new LinkedHashMap<>(facts);
        payload.put("schema", SCHEMA);
        payload.put("kind", kind.name());
        payload.put("engine", EngineVersion.ENGINE);
        Last last = last(ticketId).orElseGet(() -> new Last(0, origin(ticketId)));
        byte[] salt = new byte[HashChain.SALT_LENGTH];
        random.nextBytes(salt);
        HashChain.Link link = HashChain.link(last.hash(), salt, CanonicalJson.bytes(payload));
        UUID tenant = tenancy.current();
        sql.update(
                "INSERT INTO evidence_link (id, tenant_id, ticket_id, position, kind, written_at, hash, seal, salt, payload)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                tenant,
                ticketId,
                last.position() + 1,
                kind.name(),
                clock.nowFor(tenant),
                link.hash(),
                link.seal(),
                link.salt(),
                link.payload());
    }

    /** The whole chain, checked anew. */
    public EvidenceChain of(UUID ticketId) {
        return of(ticketId, payload -> false);
    }

    /**
     * The whole chain, checked anew, without some of its payloads.
     *
     * @param withheld whether a payload's members are nobody's business; hash and seal still stand for it
     */
    public EvidenceChain of(UUID ticketId, Predicate<Map<String, Object>> withheld) {
        List<Stored> stored = sql.list(
                "SELECT position, kind, written_at, hash, seal, salt, payload FROM evidence_link"
                        + " WHERE tenant_id = ? AND ticket_id = ? ORDER BY position",
                row -> new Stored(
                        (int) row.number(1),
                        row.text(2),
                        row.instant(3),
                        HashChain.Link.stored(row.bytes(4), row.bytes(5), row.bytes(6), row.bytes(7))),
                tenancy.current(),
                ticketId);
        return EvidenceChain.of(ticketId, origin(ticketId), stored, withheld);
    }

    private Optional<Last> last(UUID ticketId) {
        return sql.first(
                "SELECT position, hash FROM evidence_link WHERE tenant_id = ? AND ticket_id = ?"
                        + " ORDER BY position DESC LIMIT 1",
                row -> new Last((int) row.number(1), row.bytes(2)),
                tenancy.current(),
                ticketId);
    }

    private static byte[] origin(UUID ticketId) {
        return HashChain.origin(ticketId.toString());
    }
}
