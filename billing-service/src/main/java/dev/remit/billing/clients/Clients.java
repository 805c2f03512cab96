package dev.remit.billing.clients;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.kit.tenancy.ActiveApprovers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The clients of the current tenant. */
@ApplicationScoped
public class Clients implements ActiveApprovers {
    private final ClientRows clients;
    private final ApproverRows approvers;

    Clients(ClientRows clients, ApproverRows approvers) {
        this.clients = clients;
        this.approvers = approvers;
    }

    /** Takes over a client's state unless a newer one is known. */
    public void learn(ClientFacts facts) {
        Client client = clients.findById(facts.clientId());
        if (client == null) {
            client = new Client(facts.clientId());
            client.become(facts);
            clients.persist(client);
        } else if (client.isBehind(facts)) {
            client.become(facts);
        } else {
            return;
        }
        learnApprovers(facts);
    }

    private void learnApprovers(ClientFacts facts) {
        Map<UUID, Approver> known = approvers.list("clientId", facts.clientId()).stream()
                .collect(Collectors.toMap(Approver::id, Function.identity()));
        for (ApproverFacts told : facts.approvers()) {
            Approver approver = known.remove(told.approverId());
            if (approver == null) {
                approver = new Approver(told.approverId(), facts.clientId());
                approver.become(told);
                approvers.persist(approver);
            } else {
                approver.become(told);
            }
        }
        known.values().forEach(approvers::delete);
    }

    public Optional<ClientFacts> byId(UUID clientId) {
        return clients.findByIdOptional(clientId).map(this::facts);
    }

    public Optional<ClientFacts> byCode(String code) {
        return clients.find("code", code).firstResultOptional().map(this::facts);
    }

    /** Some clients by code, after one, or the one with a code. */
    public List<ClientRef> inOrder(Optional<String> code, String after, int limit) {
        return clients
                .find("code > ?1 and (?2 is null or code = ?2) order by code", after, code.orElse(null))
                .range(0, limit - 1)
                .list()
                .stream()
                .map(client -> new ClientRef(client.id(), client.names().code(), client.zone()))
                .toList();
    }

    /** The zones of every client, or of one. */
    public Set<ZoneId> zones(Optional<UUID> clientId) {
        return clientId.map(id -> clients.list("id", id)).orElseGet(clients::listAll).stream()
                .map(Client::zone)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean include(String clientCode, String login, String subject) {
        return approvers.list("active and clientId in (select id from Client where code = ?1)", clientCode).stream()
                .map(Approver::facts)
                .anyMatch(approver -> approver.isAccount(login, subject));
    }

    /** Code and name of clients by id. */
    public Map<UUID, ClientName> names(Collection<UUID> clientIds) {
        return clientIds.isEmpty()
                ? Map.of()
                : clients.list("id in ?1", Set.copyOf(clientIds)).stream()
                        .collect(Collectors.toMap(Client::id, Client::names));
    }

    private ClientFacts facts(Client client) {
        List<ApproverFacts> people = approvers.list("clientId = ?1 order by id", client.id()).stream()
                .map(Approver::facts)
                .toList();
        return client.facts(people);
    }

    /** Which client, and where. */
    public record ClientRef(UUID id, String code, ZoneId zone) {}

    /** What people call a client. */
    public record ClientName(String code, String name) {}

    @ApplicationScoped
    static class ClientRows implements PanacheRepositoryBase<Client, UUID> {}

    @ApplicationScoped
    static class ApproverRows implements PanacheRepositoryBase<Approver, UUID> {}
}
