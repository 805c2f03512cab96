package dev.remit.contracts.clients;

import dev.remit.kit.tenancy.ActiveApprovers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The approvers as the clients' own lists have them. */
@ApplicationScoped
class ListedApprovers implements ActiveApprovers, PanacheRepositoryBase<Approver, UUID> {

    @Override
    public boolean include(String clientCode, String login, String subject) {
        return list("client.code = ?1 and active", clientCode).stream()
                .anyMatch(approver -> approver.isAccount(login, subject));
    }
}
