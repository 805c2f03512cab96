package dev.remit.contracts.machines;

import dev.remit.contracts.Versioned;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Ends machine clients' credentials: at once for every service, and in Keycloak as soon as it answers. */
@ApplicationScoped
class MachineEndings {
    private final MachineClients clients;
    private final KeycloakWork work;
    private final Tenancy tenancy;

    MachineEndings(MachineClients clients, KeycloakWork work, Tenancy tenancy) {
        this.clients = clients;
        this.work = work;
        this.tenancy = tenancy;
    }

    Versioned<MachineClientView> end(UUID id, UUID credential, String ifMatch) {
        UUID tenant = tenancy.current();
        return settled(tenant, id, tenancy.callHereOrAs(tenant, () -> clients.end(id, credential, ifMatch)));
    }

    Versioned<MachineClientView> revoke(UUID id, String ifMatch) {
        UUID tenant = tenancy.current();
        return settled(tenant, id, tenancy.callHereOrAs(tenant, () -> clients.revoke(id, ifMatch)));
    }

    private Versioned<MachineClientView> settled(UUID tenant, UUID id, List<UUID> ended) {
        ended.forEach(credential -> work.doNowOrLater(tenant, credential, KeycloakWork.Kind.MACHINE_CREDENTIAL));
        return tenancy.callHereOrAs(tenant, () -> clients.view(id));
    }
}
