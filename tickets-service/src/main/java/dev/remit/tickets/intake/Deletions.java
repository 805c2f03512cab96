package dev.remit.tickets.intake;

import dev.remit.psa.DeletedFact;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the sources of the current tenant have deleted. */
@ApplicationScoped
public class Deletions implements PanacheRepositoryBase<Deletion, UUID> {

    /** When we learnt that the object is gone; the platforms give no time of their own. */
    public Optional<Instant> of(UUID connectionId, DeletedFact.Kind kind, String externalId) {
        return find("connectionId = ?1 and kind = ?2 and externalId = ?3", connectionId, kind, externalId)
                .firstResultOptional()
                .map(Deletion::knownAt);
    }
}
