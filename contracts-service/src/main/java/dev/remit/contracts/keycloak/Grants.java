package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakUsers.Role;
import dev.remit.kit.tenancy.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Gives accounts of people and machines the realm's roles. */
@ApplicationScoped
class Grants {
    private static final Set<String> OURS = Set.of(
            Roles.OWNER, Roles.SERVICE_DESK, Roles.TECHNICIAN, Roles.FINANCE, Roles.CLIENT_APPROVER, Roles.AUDITOR);

    private final KeycloakUsers users;

    Grants(@RestClient KeycloakUsers users) {
        this.users = users;
    }

    /** Gives a machine's account its roles, and takes away whatever it has besides, also what everybody has. */
    void giveOnly(String account, Set<String> roles) {
        give(account, roles, role -> !roles.contains(role));
    }

    /** Gives a person's account its roles, and takes away those of Remit that it has besides. */
    void giveExactly(String account, Set<String> roles) {
        give(account, roles, role -> OURS.contains(role) && !roles.contains(role));
    }

    private void give(String account, Set<String> roles, Predicate<String> isSurplus) {
        List<Role> surplus = KeycloakCalls.answered(() -> users.roles(account)).stream()
                .filter(role -> isSurplus.test(role.name()))
                .toList();
        if (!surplus.isEmpty()) {
            KeycloakCalls.done(() -> users.takeAway(account, surplus));
        }
        List<Role> missing = KeycloakCalls.answered(() -> users.availableRoles(account)).stream()
                .filter(available -> roles.contains(available.name()))
                .toList();
        if (!missing.isEmpty()) {
            KeycloakCalls.done(() -> users.grant(account, missing));
        }
    }
}
