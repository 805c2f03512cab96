package dev.remit.notifications.clients;

import dev.remit.kit.tenancy.ActiveApprovers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The clients of the current tenant. */
@ApplicationScoped
public class Clients implements ActiveApprovers {
    private final ClientRows rows;

    Clients(ClientRows rows) {
        this.rows = rows;
    }

    /** Takes over a client's state unless a newer one is known. */
    public void learn(ClientFacts facts) {
        Optional<Client> known = rows.findByIdOptional(facts.clientId());
        Client client = known.orElseGet(() -> new Client(facts.clientId()));
        client.learn(facts);
        if (known.isEmpty()) {
            rows.persist(client);
        }
    }

    /** What receivers call a client; empty where it is not known (yet). */
    public Optional<String> code(UUID clientId) {
        return rows.findByIdOptional(clientId).map(Client::code);
    }

    /** What people call a client, where it is and who acts for it; empty where it is not known (yet). */
    public Optional<ClientPeople> people(UUID clientId) {
        return rows.findByIdOptional(clientId)
                .map(client -> new ClientPeople(client.name(), client.timeZone(), client.approvers()));
    }

    /** The client that goes by a code. */
    public Optional<UUID> byCode(String code) {
        return rows.find("code", code).firstResultOptional().map(Client::id);
    }

    @Override
    public boolean include(String clientCode, String login, String subject) {
        return rows.find("code", clientCode)
                .firstResultOptional()
                .filter(client -> client.hasActiveApprover(login, subject))
                .isPresent();
    }

    @ApplicationScoped
    static class ClientRows implements PanacheRepositoryBase<Client, UUID> {}
}
