package dev.remit.gateway;

import dev.remit.gateway.docs.DocsPage;
import dev.remit.gateway.exchange.Envelope;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.openapi.OpenApiPage;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import dev.remit.gateway.proxy.ApiDoor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Everything that the gateway answers to, in the order in which it is tried. */
@ApplicationScoped
class GatewayRoutes {

    private static final Logger LOG = Logger.getLogger(GatewayRoutes.class);

    private static final int FIRST = -10_000;
    private static final int API = 10;
    private static final int PAGES = 20;
    /** After Quarkus's own pages and before whatever happens to lie on the class path as a static resource. */
    private static final int LAST = 9_000;

    private final Envelope envelope;
    private final ApiDoor api;
    private final OpenApiPage openApi;
    private final DocsPage docs;

    GatewayRoutes(Envelope envelope, ApiDoor api, OpenApiPage openApi, DocsPage docs) {
        this.envelope = envelope;
        this.api = api;
        this.openApi = openApi;
        this.docs = docs;
    }

    void add(@Observes Router router) {
        router.route().order(FIRST).handler(envelope::open).failureHandler(GatewayRoutes::failed);
        router.route().order(API).handler(this::apiOrNext);
        router.get("/").order(PAGES).handler(GatewayRoutes::toDocs);
        router.get("/openapi").order(PAGES).handler(openApi::show);
        docs.addTo(router, PAGES);
        router.route().order(LAST).handler(GatewayRoutes::notFound);
    }

    /** The path is looked at as it was sent: what only turns into an API path when it is tidied up is none. */
    private void apiOrNext(RoutingContext ctx) {
        String path = ctx.request().path();
        if (path != null && path.startsWith("/api/")) {
            api.open(ctx);
        } else {
            ctx.next();
        }
    }

    private static void toDocs(RoutingContext ctx) {
        ctx.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, "/docs")
                .end();
    }

    private static void notFound(RoutingContext ctx) {
        new Problem(ProblemType.NOT_FOUND, "There is no such path.").answer(ctx);
    }

    private static void failed(RoutingContext ctx) {
        if (ctx.failure() != null) {
            Exchange exchange = Exchange.of(ctx);
            exchange.log(() -> LOG.errorf(ctx.failure(), "requestId=%s failed", exchange.requestId()));
        }
        Problem.ofFailure(ctx).answer(ctx);
    }
}
