package dev.remit.notifications.mailchoices;

import dev.remit.kit.http.ETags;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What clients of the current tenant have chosen of their people's mail. */
@ApplicationScoped
public class ClientMailChoices implements PanacheRepositoryBase<ClientMailChoice, UUID> {
    public Optional<ClientMailChoice> of(UUID client) {
        return findByIdOptional(client);
    }

    /** @throws Problem stale, where somebody else has made the first choice meanwhile */
    void write() {
        Duplicates.flush(getEntityManager(), Map.of("PRIMARY", ETags.stale()));
    }

    ClientMailChoice make(UUID client) {
        ClientMailChoice choice = new ClientMailChoice(client);
        persist(choice);
        return choice;
    }
}
