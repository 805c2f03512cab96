package dev.remit.kit.tenancy;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the verified token says. Texts are null where the token leaves them out. */
@RequestScoped
public class Caller {
    private static final String CLIENT_APPROVER = "client-approver";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether there is a token. */
    public boolean isKnown() {
        return !identity.isAnonymous();
    }

    Optional<UUID> tenantIfAny() {
        return Ids.parse(claim("tenant"));
    }

    /** @throws Problem no-tenant */
    public UUID tenant() {
        return tenantIfAny().orElseThrow(() -> Problem.of(ProblemType.NO_TENANT));
    }

    /** @throws Problem forbidden: who looks after tenants belongs to none */
    public void requireNoTenant() {
        if (tenantIfAny().isPresent()) {
            throw Problem.of(ProblemType.FORBIDDEN, "The token of an operator names no tenant.");
        }
    }

    public String subject() {
        return claim("sub");
    }

    public String username() {
        return claim("preferred_username");
    }

    public String name() {
        return claim("name");
    }

    public String email() {
        return claim("email");
    }

    /** When the token was issued; for ever ago where it does not say. */
    Instant tokenIssuedAt() {
        String seconds = claim("iat");
        return seconds == null ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    /** When the token is good no longer; empty where it does not say. */
    public Optional<Instant> tokenExpiresAt() {
        return Optional.ofNullable(claim("exp")).map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)));
    }

    /** The application that asked for the token. */
    public String application() {
        return claim("azp");
    }

    /** The name of the connection to which the token's rights are bound; empty where they are not. */
    public Optional<String> connection() {
        return Optional.ofNullable(claim("connection"));
    }

    /** Whether the token's rights reach to a connection: to all of them, unless it names one. */
    public boolean isOf(String connection) {
        return connection().orElse(connection).equals(connection);
    }

    /** The client that the token names, whatever the roles. */
    public Optional<String> clientIfAny() {
        return Optional.ofNullable(claim("client"));
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The code of the client to which this caller is bound; empty for the MSP's own people and machines. */
    public Optional<String> client() {
        if (!has(CLIENT_APPROVER)) {
            return Optional.empty();
        }
        String client = claim("client");
        if (client == null) {
            throw Problem.of(ProblemType.FORBIDDEN, "The token names no client.");
        }
        return Optional.of(client);
    }

    /**
     * Lets only the MSP's own and the given client's callers pass.
     *
     * @throws Problem not-found for a caller bound to another client
     */
    public void requireClient(String code) {
        if (!client().orElse(code).equals(code)) {
            throw Problem.notFound();
        }
    }

    /** Whether this caller is bound to another client than that one; from none in particular nobody is barred. */
    public boolean isBarredFrom(Optional<String> code) {
        Optional<String> own = client();
        return own.isPresent() && code.isPresent() && !own.equals(code);
    }

    private String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.containsClaim(name)
                ? String.valueOf(token.<Object>getClaim(name))
                : null;
    }
}
