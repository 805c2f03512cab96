package dev.remit.tickets.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class EvidenceLinks implements PanacheRepositoryBase<EvidenceLink, UUID> {

    Optional<EvidenceLink> last(UUID ticketId) {
        return find("ticketId = ?1 order by position desc", ticketId).firstResultOptional();
    }

    List<EvidenceLink> inOrder(UUID ticketId) {
        return list("ticketId = ?1 order by position", ticketId);
    }
}
