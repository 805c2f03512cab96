package dev.remit.tickets.clients;

import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The clients of the current tenant, as far as contracts-service has told of them. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {
    private final ClientReferences references;
    private final Ids ids;

    Clients(ClientReferences references, Ids ids) {
        this.references = references;
        this.ids = ids;
    }

    /** The client with the code, else the only one that the connection calls by the key; each may be null. */
    public Optional<Client> known(String code, String connection, String externalId) {
        if (code != null) {
            return find("code", code).firstResultOptional();
        }
        List<ClientReference> named =
                references.list("connectionName = ?1 and externalId = ?2", connection, externalId);
        return named.size() == 1 ? find("id", named.getFirst().clientId()).firstResultOptional() : Optional.empty();
    }

    /**
     * Takes in what was told, unless something newer is known.
     *
     * @return how sources call the client now or have called it before; empty where something newer is known
     */
    public Set<Site.Reference> apply(ClientFacts facts) {
        Set<Site.Reference> called = new HashSet<>();
        Client client = find("id", facts.id()).firstResultOptional().orElseGet(() -> new Client(facts.id()));
        if (client.isOlderThan(facts)) {
            client.apply(facts);
            persist(client);
            references.list("clientId", facts.id()).forEach(known -> called.add(known.reference()));
            called.addAll(facts.references());
            references.delete("clientId", facts.id());
            facts.references().stream()
                    .distinct()
                    .forEach(reference -> references.persist(new ClientReference(ids.next(), reference, facts.id())));
        }
        return called;
    }
}
