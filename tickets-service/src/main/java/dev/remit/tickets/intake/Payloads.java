package dev.remit.tickets.intake;

import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.Author;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What sources sent to the current tenant. */
@ApplicationScoped
public class Payloads implements PanacheRepositoryBase<Payload, UUID> {
    private final Ids ids;
    private final TenantClock clock;

    Payloads(Ids ids, TenantClock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps the bytes that a source sent, once. */
    public Payload keep(UUID connectionId, Payload.Via via, byte[] body) {
        return keep(connectionId, via, body, Optional.empty());
    }

    /** Keeps the bytes, once, with the person who sent them first. */
    public Payload keep(UUID connectionId, Payload.Via via, byte[] body, Optional<Author> author) {
        return find("connectionId = ?1 and sha256 = ?2 and via = ?3", connectionId, Sha256.hex(body), via)
                .firstResultOptional()
                .orElseGet(() -> {
                    Payload payload =
                            new Payload(ids.next(), connectionId, via, clock.now(), body, author.orElse(null));
                    persistAndFlush(payload);
                    return payload;
                });
    }
}
