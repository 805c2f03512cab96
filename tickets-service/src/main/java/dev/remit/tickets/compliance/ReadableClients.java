package dev.remit.tickets.compliance;

import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose figures the caller may have of those that are asked for: a client's approver has that client's alone. */
@ApplicationScoped
public class ReadableClients {
    private final Clients clients;
    private final Caller caller;

    ReadableClients(Clients clients, Caller caller) {
        this.clients = clients;
        this.caller = caller;
    }

    /** @param clients empty for all clients of the tenant */
    record Scope(Optional<List<Client>> clients) {
        boolean isNobody() {
            return clients.filter(List::isEmpty).isPresent();
        }

        /** The one client; null for all. */
        UUID only() {
            return clients.map(named -> named.getFirst().id()).orElse(null);
        }
    }

    Scope scope(PeriodFilter filter) {
        Optional<String> bound = caller.client();
        if (bound.isPresent() && !filter.bindTo(bound.get())) {
            return new Scope(Optional.of(List.of()));
        }
        return new Scope(filter.clientCode()
                .map(code ->
                        clients.known(Clients.Name.ofCode(code)).map(List::of).orElse(List.of())));
    }

    /** By their codes. */
    public List<Client> inOrder(PeriodFilter filter) {
        return scope(filter).clients().orElseGet(() -> clients.listAll().stream()
                .sorted(Comparator.comparing(Client::code))
                .toList());
    }
}
