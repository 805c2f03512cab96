package dev.remit.notifications.tickets;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The tickets of the current tenant, as far as tickets-service has told of them. */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {
    private final WorkItems workItems;

    Tickets(WorkItems workItems) {
        this.workItems = workItems;
    }

    /** Keeps a ticket's key. */
    public Ticket learn(UUID id, String connection, String externalId) {
        return findByIdOptional(id).orElseGet(() -> {
            Ticket ticket = new Ticket(id, connection, externalId);
            persist(ticket);
            return ticket;
        });
    }

    /** @throws IllegalStateException where tickets-service has not told of it (yet), which has the event come again later */
    public Ticket require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new IllegalStateException("Nothing was told of ticket " + id));
    }

    /** @param title null where the ticket is confidential */
    public void learnTitle(UUID ticket, UUID workItem, String title) {
        WorkItem known = workItems.findByIdOptional(workItem).orElseGet(() -> {
            WorkItem made = new WorkItem(workItem, ticket);
            workItems.persist(made);
            return made;
        });
        known.rename(title);
    }

    /** What a work item is called; empty where its ticket is confidential or nobody has told. */
    public Optional<String> titleOfWork(UUID workItem) {
        return workItems.findByIdOptional(workItem).map(WorkItem::title);
    }

    /** What the first work item of a ticket is called; empty where the ticket is confidential or nobody has told. */
    public Optional<String> title(UUID ticket) {
        return workItems
                .find("ticketId = ?1 order by id", ticket)
                .firstResultOptional()
                .map(WorkItem::title);
    }

    @ApplicationScoped
    static class WorkItems implements PanacheRepositoryBase<WorkItem, UUID> {}
}
