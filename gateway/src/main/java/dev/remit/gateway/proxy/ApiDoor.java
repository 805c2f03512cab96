package dev.remit.gateway.proxy;

import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.identity.TokenGate;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides for each request below {@code /api} whether it may pass, and where to. */
@ApplicationScoped
public class ApiDoor {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final ApiRoutes routes;
    private final Services services;
    private final TokenGate tokens;

    ApiDoor(ApiRoutes routes, Services services, TokenGate tokens) {
        this.routes = routes;
        this.services = services;
        this.tokens = tokens;
    }

    public void open(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Optional<ApiRoute> found = routes.find(request.method(), request.path());
        if (found.isEmpty()) {
            new Problem(ProblemType.NOT_FOUND, "There is no such path.").answer(ctx);
            return;
        }
        ApiRoute route = found.get();
        Exchange.of(ctx).route(route.name());
        if (!METHODS.contains(request.method())) {
            new Problem(ProblemType.METHOD_NOT_ALLOWED, "This method means nothing here.")
                    .with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                    .answer(ctx);
        } else if (!plainlyFramed(request)) {
            refuseFraming(ctx);
        } else if (route.guarded()) {
            tokens.pass(ctx, () -> pass(ctx, route));
        } else {
            pass(ctx, route);
        }
    }

    private static boolean plainlyFramed(HttpServerRequest request) {
        List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return request.version() == HttpVersion.HTTP_1_1
                && (encodings.isEmpty()
                        || (encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked")));
    }

    /** Where this request ends is in doubt, and so is what comes after it on this connection. */
    private static void refuseFraming(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        new Problem(ProblemType.BAD_REQUEST, "Send HTTP/1.1 with a Content-Length or as chunks, and nothing else.")
                .answer(ctx);
        ctx.request().connection().close();
    }

    private void pass(RoutingContext ctx, ApiRoute route) {
        if (declaredLength(ctx.request()) > route.bodyLimit()) {
            Failures.tooLong().answer(ctx);
            return;
        }
        if ("100-continue".equalsIgnoreCase(ctx.request().getHeader(HttpHeaders.EXPECT))) {
            ctx.response().writeContinue();
        }
        new Passage(ctx, route, services).start();
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
