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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Lets a request pass that shows a valid token of a person or a machine client which is not revoked, and no other. */
@Singleton
public class TokenGate {

    private static final Logger LOG = Logger.getLogger(TokenGate.class);
    private static final String CHALLENGE = "Bearer realm=\"remit\"";
    private static final String SCHEME = "Bearer ";
    private static final String SERVICE_ROLE = "service";

    private final HttpAuthenticator authenticator;
    private final VerifiedTokens verified;
    private final TokenStates states;

    TokenGate(HttpAuthenticator authenticator, VerifiedTokens verified, TokenStates states) {
        this.authenticator = authenticator;
        this.verified = verified;
        this.states = states;
    }

    /**
     * Runs {@code admitted} on the request's own event loop once its token has been verified and Keycloak has not said that it
     * was revoked; answers a problem otherwise.
     */
    public void pass(RoutingContext ctx, Runnable admitted) {
        List<String> credentials = ctx.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (credentials.size() != 1) {
            unauthorized(credentials.isEmpty() ? "Send a bearer token." : "Send one bearer token only.", CHALLENGE)
                    .answer(ctx);
            return;
        }
        String token = token(credentials.getFirst());
        Optional<Caller> caller = verified.callerOf(token);
        if (caller.isPresent()) {
            admit(ctx, token, caller.get(), admitted);
            return;
        }
        var context = Vertx.currentContext();
        authenticator
                .attemptAuthentication(ctx)
                .subscribe()
                .with(
                        identity -> context.runOnContext(on -> keep(ctx, identity, admitted)),
                        failure -> context.runOnContext(on -> refuse(ctx, failure)));
    }

    /** Has the request's token verified anew when it comes again: a service knows something about it that the gateway does not. */
    public void doubt(RoutingContext ctx) {
        verified.drop(token(ctx.request().getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private static String token(String credential) {
        return credential.startsWith(SCHEME) ? credential.substring(SCHEME.length()) : "";
    }

    private void keep(RoutingContext ctx, SecurityIdentity identity, Runnable admitted) {
        if (identity == null || identity.isAnonymous()) {
            unauthorized("Send a bearer token.", CHALLENGE).answer(ctx);
            return;
        }
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            invalid().answer(ctx);
            return;
        }
        String tenant = token.getClaim("tenant") instanceof String id ? id : null;
        var caller = new Caller(token.getSubject(), tenant, identity.hasRole(SERVICE_ROLE), token.getExpirationTime());
        verified.keep(token.getRawToken(), caller);
        admit(ctx, token.getRawToken(), caller, admitted);
    }

    private void admit(RoutingContext ctx, String token, Caller caller, Runnable admitted) {
        Exchange.of(ctx).caller(caller.subject());
        if (caller.tenant() != null) {
            Exchange.of(ctx).tenant(caller.tenant());
        }
        if (caller.service()) {
            new Problem(ProblemType.FORBIDDEN, "A service's own token has no business here.").answer(ctx);
            return;
        }
        CompletableFuture<TokenState> state = states.of(token);
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
