package dev.remit.gateway.identity;

import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Lets a request pass that shows a valid token of a person or a machine client which is not revoked, and no other. */
@ApplicationScoped
public class TokenGate {

    private static final Logger LOG = Logger.getLogger(TokenGate.class);
    private static final String CHALLENGE = "Bearer realm=\"remit\"";
    private static final String SERVICE_ROLE = "service";

    private final HttpAuthenticator authenticator;
    private final TokenStates states;

    TokenGate(HttpAuthenticator authenticator, TokenStates states) {
        this.authenticator = authenticator;
        this.states = states;
    }

    /**
     * Runs {@code admitted} on the request's own event loop once its token has been verified and Keycloak has not said that it
     * was revoked; answers a problem otherwise.
     */
    public void pass(RoutingContext ctx, Runnable admitted) {
        int credentials =
                ctx.request().headers().getAll(HttpHeaders.AUTHORIZATION).size();
        if (credentials != 1) {
            unauthorized(credentials == 0 ? "Send a bearer token." : "Send one bearer token only.", CHALLENGE)
                    .answer(ctx);
            return;
        }
        var context = Vertx.currentContext();
        authenticator
                .attemptAuthentication(ctx)
                .subscribe()
                .with(
                        identity -> context.runOnContext(on -> admit(ctx, identity, admitted)),
                        failure -> context.runOnContext(on -> refuse(ctx, failure)));
    }

    private void admit(RoutingContext ctx, SecurityIdentity identity, Runnable admitted) {
        if (identity == null || identity.isAnonymous()) {
            unauthorized("Send a bearer token.", CHALLENGE).answer(ctx);
            return;
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            invalid().answer(ctx);
            return;
        }
        Exchange.of(ctx).caller(token.getSubject());
        if (token.getClaim("tenant") instanceof String tenant) {
            Exchange.of(ctx).tenant(tenant);
        }
        if (identity.hasRole(SERVICE_ROLE)) {
            new Problem(ProblemType.FORBIDDEN, "A service's own token has no business here.").answer(ctx);
            return;
        }
        CompletableFuture<TokenState> state = states.of(token.getRawToken());
        if (state.isDone()) {
            admit(ctx, state.join(), admitted);
        } else {
            var context = Vertx.currentContext();
            state.thenAccept(known -> context.runOnContext(on -> admit(ctx, known, admitted)));
        }
    }

    private static void admit(RoutingContext ctx, TokenState state, Runnable admitted) {
        if (state == TokenState.REVOKED) {
            invalid().answer(ctx);
        } else {
            admitted.run();
        }
    }

    private static void refuse(RoutingContext ctx, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            invalid().answer(ctx);
            return;
        }
        Exchange.of(ctx).log(() -> LOG.warnf("Tokens cannot be verified: %s", failure.toString()));
        new Problem(ProblemType.SERVICE_UNAVAILABLE, "Tokens cannot be verified now; try again shortly.")
                .with("Retry-After", "5")
                .answer(ctx);
    }

    private static Problem invalid() {
        return unauthorized("The token is not valid here, or no longer.", CHALLENGE + ", error=\"invalid_token\"");
    }

    private static Problem unauthorized(String detail, String challenge) {
        return new Problem(ProblemType.UNAUTHORIZED, detail).with("WWW-Authenticate", challenge);
    }
}
