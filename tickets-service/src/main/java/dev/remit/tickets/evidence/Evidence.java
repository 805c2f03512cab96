package dev.remit.tickets.evidence;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.HashChain;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** The chain of evidence of each of the current tenant's tickets. */
@ApplicationScoped
public class Evidence {
    private static final String SCHEMA = "remit-evidence/1";

    private final EvidenceLinks links;
    private final Ids ids;
    private final TenantClock clock;
    private final SecureRandom random = new SecureRandom();

    Evidence(EvidenceLinks links, Ids ids, TenantClock clock) {
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a link. The caller holds the ticket's row locked, which keeps two writers from the same place.
     *
     * @param facts plain JSON values; instants and ids as text
     */
    public void append(UUID ticketId, EvidenceKind kind, Map<String, ?> facts) {
        Map<String, Object> payload = new LinkedHashMap<>(facts);
        payload.put("schema", SCHEMA);
        payload.put("kind", kind.name());
        payload.put("engine", EngineVersion.ENGINE);
        var last = links.last(ticketId);
        byte[] previous = last.map(link -> link.link().hash()).orElseGet(() -> origin(ticketId));
        byte[] salt = new byte[HashChain.SALT_LENGTH];
        random.nextBytes(salt);
        HashChain.Link link = HashChain.link(previous, salt, CanonicalJson.bytes(payload));
        int position = last.map(EvidenceLink::position).orElse(0) + 1;
        EvidenceLink stored = new EvidenceLink(ids.next(), ticketId, position, kind, clock.now(), link);
        links.persistAndFlush(stored);
    }

    /** The whole chain as others may see it, checked anew. */
    public EvidenceChain of(UUID ticketId) {
        List<EvidenceLink> stored = links.inOrder(ticketId);
        OptionalInt broken = HashChain.firstBroken(
                origin(ticketId), stored.stream().map(EvidenceLink::link).toList());
        return EvidenceChain.of(ticketId, origin(ticketId), stored, broken);
    }

    private static byte[] origin(UUID ticketId) {
        return HashChain.origin(ticketId.toString());
    }
}
