package dev.remit.contracts.machines;

import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.contracts.keycloak.MachineLogins;
import dev.remit.contracts.machines.IssuedSecret.Secret;
import dev.remit.kit.http.Answers;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
        Optional<UUID> earlier = earlier(tenant, request);
        UUID credential = earlier.orElseGet(() -> begin(tenant, request, begin));
        if (earlier.isEmpty() || isBeingMade(tenant, credential)) {
            work.doNow(tenant, credential, KeycloakWork.Kind.MACHINE_CREDENTIAL);
        }
        RestResponse<IssuedSecret> answer = answer(tenant, credential);
        if (earlier.isPresent()) {
            answer.getHeaders().putSingle(RequestKey.REPLAYED, "true");
        }
        return answer;
    }

    private Optional<UUID> earlier(UUID tenant, RequestKey request) {
        Optional<MachineCredential> earlier =
                tenancy.callHereOrAs(tenant, () -> credentials.requestedWith(request.key()));
        earlier.ifPresent(known -> request.requireSame(known.requestDigest()));
        return earlier.map(MachineCredential::id);
    }

    private UUID begin(UUID tenant, RequestKey request, Function<RequestKey, UUID> begin) {
        try {
            return tenancy.callHereOrAs(tenant, () -> begin.apply(request));
        } catch (RuntimeException failure) {
            if (!SqlFailure.is(failure, SqlFailure.DUPLICATE_KEY)) {
                throw failure;
            }
            return earlier(tenant, request)
                    .orElseThrow(() -> Problem.of(ProblemType.BUSY, "This is being worked on; ask again."));
        }
    }

    private boolean isBeingMade(UUID tenant, UUID credential) {
        return tenancy.callHereOrAs(
                tenant, () -> credentials.findById(credential).subject().isEmpty());
    }

    private RestResponse<IssuedSecret> answer(UUID tenant, UUID id) {
        MachineCredential credential = tenancy.callHereOrAs(tenant, () -> credentials.findById(id));
        MachineClientView client = tenancy.callHereOrAs(tenant, () -> clients.view(credential.machineClientId()))
                .view();
        Secret secret = credential.isShown(clock.instant())
                ? new Secret(credential.clientId(), logins.secret(id), tokenUrl)
                : null;
        return Answers.created(
                MachineClientResource.PATH + "/" + credential.machineClientId(), new IssuedSecret(client, secret));
    }
}
