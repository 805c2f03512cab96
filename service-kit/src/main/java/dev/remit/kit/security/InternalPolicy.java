package dev.remit.kit.security;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Lets only other services through to {@code /internal/**}: the role alone does not do, the token must be meant for it. */
@ApplicationScoped
class InternalPolicy implements HttpSecurityPolicy {
    private static final String AUDIENCE = "remit-internal";
    private static final String ROLE = "service";

    @Override
    public String name() {
        return "remit-internal";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.map(InternalPolicy::check);
    }

    private static CheckResult check(SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            // Thrown, since a mere refusal would be answered without a problem.
            throw new UnauthorizedException();
        }
        return isService(caller) ? CheckResult.PERMIT : CheckResult.DENY;
    }

    private static boolean isService(SecurityIdentity caller) {
        return caller.hasRole(ROLE)
                && caller.getPrincipal() instanceof JsonWebToken token
                && token.getAudience() != null
                && token.getAudience().contains(AUDIENCE);
    }
}
