package dev.remit.contracts.machines;

import dev.remit.contracts.keycloak.AccountChanges;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.contracts.keycloak.MachineLogins;
import dev.remit.contracts.keycloak.MachineLogins.MachineLogin;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Makes the login of a credential in Keycloak, and removes it when the credential has ended. */
@ApplicationScoped
class CredentialSettler implements KeycloakWork.Settler {
    private final MachineClientRepository clients;
    private final MachineCredentials credentials;
    private final MachineLogins logins;
    private final AccountChanges accountChanges;
    private final Tenancy tenancy;
    private final InstantSource clock;

    CredentialSettler(
            MachineClientRepository clients,
            MachineCredentials credentials,
            MachineLogins logins,
            AccountChanges accountChanges,
            Tenancy tenancy,
            InstantSource clock) {
        this.clients = clients;
        this.credentials = credentials;
        this.logins = logins;
        this.accountChanges = accountChanges;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @Override
    public KeycloakWork.Kind kind() {
        return KeycloakWork.Kind.MACHINE_CREDENTIAL;
    }

    @Override
    public Optional<Instant> settle(UUID tenant, UUID id) {
        Optional<MachineLogin> wanted = tenancy.callHereOrAs(tenant, () -> wanted(tenant, id));
        if (wanted.isEmpty()) {
            logins.remove(id);
            return Optional.empty();
        }
        String account = logins.ensure(wanted.get());
        return tenancy.callHereOrAs(tenant, () -> prepared(id, account));
    }

    /** Empty for one that has ended, which is told of at once: nobody waits for Keycloak. */
    private Optional<MachineLogin> wanted(UUID tenant, UUID id) {
        MachineCredential credential = credentials.findById(id);
        if (credential.hasEnded(clock.instant())) {
            credential.subject().ifPresent(subject -> accountChanges.ended(id, subject));
            return Optional.empty();
        }
        MachineClient client = clients.require(credential.machineClientId());
        return Optional.of(new MachineLogin(
                id, credential.clientId(), client.name(), tenant, client.role().role(), client.connection()));
    }

    private Optional<Instant> prepared(UUID id, String account) {
        MachineCredential credential = credentials.findById(id);
        credential.prepared(account);
        return credential.endsAt();
    }
}
