package dev.remit.notifications.mailchoices;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What clients of the current tenant have chosen of their people's mail. */
@ApplicationScoped
public class ClientMailChoices implements PanacheRepositoryBase<ClientMailChoice, UUID> {
    public Optional<ClientMailChoice> of(UUID client) {
        return findByIdOptional(client);
    }

    ClientMailChoice made(UUID client) {
        return of(client).orElseGet(() -> {
            ClientMailChoice choice = new ClientMailChoice(client);
            persist(choice);
            return choice;
        });
    }
}
