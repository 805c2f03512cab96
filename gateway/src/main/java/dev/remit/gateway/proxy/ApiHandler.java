package dev.remit.gateway.proxy;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Cors;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.identity.TokenGate;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import dev.remit.gateway.wire.LastAnswer;
import dev.remit.gateway.wire.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/** Decides for each request below {@code /api}, for logos and for choices of mail, whether it may pass, and where to. */
@Singleton
public class ApiHandler {

    private final ApiRoutes routes;
    private final Services services;
    private final TokenGate tokens;
    private final Cors cors;
    private final RateLimits rates;
    private final ConcurrencyLimits limits;
    private final BodyMemory memory;
    private final BodyPace ordinary;
    private final BodyPace ofWebhooks;

    ApiHandler(
            ApiRoutes routes,
            Services services,
            TokenGate tokens,
            Cors cors,
            RateLimits rates,
            ConcurrencyLimits limits,
            BodyMemory memory,
            GatewayConfig config) {
        this.routes = routes;
        this.services = services;
        this.tokens = tokens;
        this.cors = cors;
        this.rates = rates;
        this.limits = limits;
        this.memory = memory;
        this.ordinary = new BodyPace(config.bodyTime(), config.bodyRate().asLongValue());
        this.ofWebhooks =
                new BodyPace(config.webhookBodyTime(), config.bodyRate().asLongValue());
    }

    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        handle(ctx, routes.find(request.method(), request.path()));
    }

    /** A logo stands on pages of other origins, such as Keycloak's. */
    public void showLogo(RoutingContext ctx) {
        ctx.response().putHeader("Cross-Origin-Resource-Policy", "cross-origin");
        handle(ctx, routes.logo(ctx.request().path()));
    }

    /** A page with a button, for whoever has a mail; what it says is its service's. */
    public void showMailChoice(RoutingContext ctx) {
        ctx.response()
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
        handle(ctx, routes.mailChoice(ctx.request().path()));
    }

    private void handle(RoutingContext ctx, Optional<ApiRoute> found) {
        HttpServerRequest request = ctx.request();
        if (found.isEmpty()) {
            new Problem(ProblemType.NOT_FOUND, "There is no such path.").answer(ctx);
            return;
        }
        ApiRoute route = found.get();
        Exchange.of(ctx).route(route.name());
        if (request.version() != HttpVersion.HTTP_1_1) {
            LastAnswer.give(ctx, Refusal.VERSION.problem());
        } else if (route.guarded()) {
            tokens.pass(ctx, () -> pass(ctx, route));
        } else {
            pass(ctx, route);
        }
    }

    private void pass(RoutingContext ctx, ApiRoute route) {
        HttpServerRequest request = ctx.request();
        if (ctx.response().closed()) {
            return;
        }
        if (route.guarded() && !cors.admits(ctx)) {
            new Problem(ProblemType.FORBIDDEN, "Pages of this origin may not call for your tenant.").answer(ctx);
            return;
        }
        if (route.guarded() && !rates.admit(ctx, route)) {
            return;
        }
        if (isCoded(request)) {
            new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without a content coding.")
                    .with("Accept-Encoding", "identity")
                    .answer(ctx);
            return;
        }
        if (declaredLength(request) > route.bodyLimit()) {
            BodyIntake.tooLong().answer(ctx);
            return;
        }
        if (route.guarded()) {
            if (limits.admit(ctx, route)) {
                withBody(ctx, route, body -> {
                    if (rates.admitCases(ctx, route, body)) {
                        new ForwardedRequest(ctx, route, services, tokens, body).start();
                    }
                });
            }
        } else {
            // Its place is taken once the body is there: else whoever sends slowly could keep all the others out.
            withBody(ctx, route, body -> {
                if (limits.admit(ctx, route)) {
                    new ForwardedRequest(ctx, route, services, tokens, body).start();
                }
            });
        }
    }

    private void withBody(RoutingContext ctx, ApiRoute route, Consumer<Buffer> then) {
        HttpServerRequest request = ctx.request();
        if (!BodyIntake.announced(request)) {
            then.accept(null);
            return;
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            ctx.response().writeContinue();
        }
        BodyPace pace = route.guarded() ? ordinary : ofWebhooks;
        new BodyIntake(ctx, route.bodyLimit(), pace, memory.open(ctx, route), then).start();
    }

    private static boolean isCoded(HttpServerRequest request) {
        for (String coding : request.headers().getAll(HttpHeaders.CONTENT_ENCODING)) {
            if (!coding.strip().equalsIgnoreCase("identity")) {
                return true;
            }
        }
        return false;
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
