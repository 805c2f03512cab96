package dev.remit.tickets.clients;

import dev.remit.kit.tenancy.ActiveApprovers;
import jakarta.enterprise.context.ApplicationScoped;

/** The approvers as contracts-service last told of them. */
@ApplicationScoped
class KnownApprovers implements ActiveApprovers {
    private final Clients clients;

    KnownApprovers(Clients clients) {
        this.clients = clients;
    }

    @Override
    public boolean include(String clientCode, String login, String subject) {
        return clients.known(Clients.Name.ofCode(clientCode))
                .filter(client -> client.hasActiveApprover(login, subject))
                .isPresent();
    }
}
