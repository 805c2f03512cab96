package dev.remit.tickets.compliance;

import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells whose reports the caller may have: a client's approver those of that client alone. */
@ApplicationScoped
public class ReportScope {
    private final Clients clients;
    private final Caller caller;

    ReportScope(Clients clients, Caller caller) {
        this.clients = clients;
        this.caller = caller;
    }

    /**
     * Whose reports the caller may have of those that are asked for.
     *
     * @param clients empty for all clients of the tenant
     */
    public record Scope(Optional<List<Client>> clients) {
        /** Whether there is nobody. */
        public boolean isNobody() {
            return clients.filter(List::isEmpty).isPresent();
        }

        /** The one client; null for all. */
        public UUID only() {
            return clients.map(named -> named.getFirst().id()).orElse(null);
        }
    }

    /** @param asked the client that is asked for; empty for all */
    public Scope of(Optional<String> asked) {
        Optional<String> bound = caller.client();
        if (bound.isPresent() && asked.isPresent() && !asked.equals(bound)) {
            return new Scope(Optional.of(List.of()));
        }
        return new Scope(bound.or(() -> asked)
                .map(code ->
                        clients.known(Clients.Name.ofCode(code)).map(List::of).orElse(List.of())));
    }

    /** The same, by their codes. */
    public List<Client> inOrder(Optional<String> asked) {
        return of(asked).clients().orElseGet(() -> clients.listAll().stream()
                .sorted(Comparator.comparing(Client::code))
                .toList());
    }

    /** The codes of some clients. */
    public Map<UUID, String> codes(Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : clients.list("id in ?1", List.copyOf(ids)).stream()
                        .collect(Collectors.toMap(Client::id, Client::code));
    }
}
