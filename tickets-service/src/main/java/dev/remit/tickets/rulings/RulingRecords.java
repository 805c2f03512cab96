package dev.remit.tickets.rulings;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RulingRecords implements PanacheRepositoryBase<RulingRecord, UUID> {

    List<RulingRecord> ofTicket(UUID ticketId) {
        return list("ticketId = ?1 order by ruledAt, id", ticketId);
    }

    List<RulingRecord> withIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
