package dev.remit.contracts.machines;

import dev.remit.contracts.RequestedOnce;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.contracts.keycloak.MachineLogins;
import dev.remit.contracts.machines.IssuedSecret.Secret;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Gives machine clients their secrets. A request's credential is written first, with the request's key, and made in Keycloak
 * after: the same request under the same key goes on where it broke off.
 */
@ApplicationScoped
class SecretIssuing {
    private final MachineClients clients;
    private final MachineCredentials credentials;
    private final MachineLogins logins;
    private final KeycloakWork work;
    private final Idempotency idempotency;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final String tokenUrl;

    SecretIssuing(
            MachineClients clients,
            MachineCredentials credentials,
            MachineLogins logins,
            KeycloakWork work,
            Idempotency idempotency,
            Tenancy tenancy,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.oidc.token.issuer") String issuer) {
        this.clients = clients;
        this.credentials = credentials;
        this.logins = logins;
        this.work = work;
        this.idempotency = idempotency;
        this.tenancy = tenancy;
        this.clock = clock;
        this.tokenUrl = issuer + "/protocol/openid-connect/token";
    }

    RestResponse<IssuedSecret> make(String key, NewMachineClient wanted) {
        wanted.check();
        return issue(idempotency.keyOf(key, List.of("create", wanted)), request -> clients.begin(wanted, request));
    }

    RestResponse<IssuedSecret> rotate(UUID id, String key, MachineRotation how) {
        return issue(idempotency.keyOf(key, List.of("rotate", id, how)), request -> clients.rotate(id, how, request));
    }

    private RestResponse<IssuedSecret> issue(RequestKey request, Function<RequestKey, UUID> begin) {
        UUID tenant = tenancy.current();
        RequestedOnce once = RequestedOnce.of(
                request,
                () -> tenancy.callHereOrAs(tenant, () -> credentials.requestedWith(request.key())),
                () -> tenancy.callHereOrAs(tenant, () -> begin.apply(request)));
        if (!once.again() || isBeingMade(tenant, once.id())) {
            work.doNow(tenant, once.id(), KeycloakWork.Kind.MACHINE_CREDENTIAL);
        }
        IssuedSecret issued = issued(tenant, once.id());
        return once.answer(
                MachineClientResource.PATH + "/" + issued.machineClient().id(), issued);
    }

    private boolean isBeingMade(UUID tenant, UUID credential) {
        return tenancy.callHereOrAs(
                tenant, () -> credentials.findById(credential).subject().isEmpty());
    }

    private IssuedSecret issued(UUID tenant, UUID id) {
        MachineCredential credential = tenancy.callHereOrAs(tenant, () -> credentials.findById(id));
        MachineClientView client = tenancy.callHereOrAs(tenant, () -> clients.view(credential.machineClientId()))
                .view();
        Secret secret = credential.isShown(clock.instant())
                ? new Secret(credential.clientId(), logins.secret(id), tokenUrl)
                : null;
        return new IssuedSecret(client, secret);
    }
}
