package dev.remit.tickets.clients;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.ReadOnce;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The clients of the current tenant, as far as contracts-service has told of them. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {
    private final ClientReferences references;
    private final Ids ids;
    private final ReadOnce once;

    Clients(ClientReferences references, Ids ids, ReadOnce once) {
        this.references = references;
        this.ids = ids;
        this.once = once;
    }

    /**
     * What a client is called: by our code, else by the key that a connection has for it.
     *
     * @param code null where the key counts
     */
    public record Name(String code, String connection, String externalId) implements ReadOnce.Question {
        public static Name ofCode(String code) {
            return new Name(code, null, null);
        }
    }

    private record Called(String connection, String externalId, Client client) {
        boolean is(Name name) {
            return connection.equals(name.connection()) && externalId.equals(name.externalId());
        }
    }

    /** The client that is called so, where it is the only one. */
    public Optional<Client> known(Name name) {
        return once.<Optional<Client>>known(name)
                .orElseGet(() -> recall(Set.of(name)).get(name));
    }

    /** Reads at once those that are called so. */
    public Map<Name, Optional<Client>> recall(Set<Name> names) {
        Map<String, Client> byCode = new HashMap<>();
        List<String> codes =
                names.stream().map(Name::code).filter(Objects::nonNull).toList();
        if (!codes.isEmpty()) {
            list("code in ?1", codes).forEach(client -> byCode.put(client.code(), client));
        }
        List<Called> called =
                called(names.stream().filter(name -> name.code() == null).toList());
        Map<Name, Optional<Client>> known = new HashMap<>();
        for (Name name : names) {
            known.put(
                    name,
                    name.code() != null
                            ? Optional.ofNullable(byCode.get(name.code()))
                            : only(called.stream().filter(one -> one.is(name)).toList()));
        }
        known.forEach(once::keep);
        return known;
    }

    private List<Called> called(List<Name> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createQuery(
                        "select r.connectionName, r.externalId, c from ClientReference r join Client c on c.id = r.clientId"
                                + " where r.connectionName in :connections and r.externalId in :keys",
                        Called.class)
                .setParameter(
                        "connections",
                        names.stream().map(Name::connection).distinct().toList())
                .setParameter("keys", names.stream().map(Name::externalId).toList())
                .getResultList();
    }

    private static Optional<Client> only(List<Called> called) {
        return called.size() == 1 ? Optional.of(called.getFirst().client()) : Optional.empty();
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
