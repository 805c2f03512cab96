package dev.remit.tickets.intake;

import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Leaves word, in the transaction of the fact, that tickets of the current tenant must be looked at. */
@ApplicationScoped
public class WakeUps implements PanacheRepositoryBase<WakeUp, UUID> {
    private final Ids ids;

    WakeUps(Ids ids) {
        this.ids = ids;
    }

    public void awaiting() {
        persist(new WakeUp(ids.next(), WakeUp.Kind.AWAITING, null, null, null, null));
    }

    public void ticket(UUID ticketId) {
        persist(new WakeUp(ids.next(), WakeUp.Kind.TICKET, null, null, ticketId, null));
    }

    public void ticketReferredTo(UUID connectionId, String externalId) {
        persist(new WakeUp(ids.next(), WakeUp.Kind.TICKET_REFERENCE, connectionId, externalId, null, null));
    }

    public void timeEntryReferredTo(UUID connectionId, String externalId) {
        persist(new WakeUp(ids.next(), WakeUp.Kind.TIME_ENTRY_REFERENCE, connectionId, externalId, null, null));
    }

    public void ticketsOf(UUID clientId) {
        persist(new WakeUp(ids.next(), WakeUp.Kind.CLIENT, null, null, null, clientId));
    }
}
