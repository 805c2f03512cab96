package dev.remit.gateway;

import dev.remit.gateway.docs.ApiDocument;
import dev.remit.gateway.docs.DocsPage;
import dev.remit.gateway.exchange.Cors;
import dev.remit.gateway.exchange.Envelope;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.exchange.Methods;
import dev.remit.gateway.exchange.RequestPath;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import dev.remit.gateway.proxy.ApiHandler;
import dev.remit.gateway.wire.LastAnswer;
import dev.remit.gateway.wire.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Everything that the gateway answers to, in the order in which it is tried. */
@Singleton
class GatewayRoutes {

    private static final Logger LOG = Logger.getLogger(GatewayRoutes.class);

    private static final int FIRST = -10_000;
    private static final int API = 10;
    private static final int PAGES = 20;
    private static final int NO_OTHER_METHOD = 30;
    /** After Quarkus's own pages and before whatever happens to lie on the class path as a static resource. */
    private static final int LAST = 9_000;

    private static final String LOGO = "/logos/:tenant";
    private static final String MAIL_CHOICE = "/mail-choices/:tenant/:mail/:token";
    private static final String READING = "GET, HEAD, OPTIONS";
    private static final String CHOOSING = "GET, HEAD, POST, OPTIONS";

    private final Envelope envelope;
    private final Cors cors;
    private final ApiHandler api;
    private final ApiDocument document;
    private final DocsPage docs;

    GatewayRoutes(Envelope envelope, Cors cors, ApiHandler api, ApiDocument document, DocsPage docs) {
        this.envelope = envelope;
        this.cors = cors;
        this.api = api;
        this.document = document;
        this.docs = docs;
    }

    void add(@Observes Router router) {
        router.route().order(FIRST).handler(this::enter).failureHandler(this::failed);
        router.route().order(API).handler(GatewayRoutes::onlyKnownMethods);
        router.route().order(API).handler(this::apiOrNext);
        router.get("/").order(PAGES).handler(GatewayRoutes::toDocs);
        router.head("/").order(PAGES).handler(GatewayRoutes::toDocs);
        router.get("/openapi").order(PAGES).handler(document::show);
        router.head("/openapi").order(PAGES).handler(document::show);
        docs.addTo(router, PAGES);
        router.get(LOGO).order(PAGES).handler(api::showLogo);
        router.head(LOGO).order(PAGES).handler(api::showLogo);
        router.get(MAIL_CHOICE).order(PAGES).handler(api::showMailChoice);
        router.head(MAIL_CHOICE).order(PAGES).handler(api::showMailChoice);
        router.post(MAIL_CHOICE).order(PAGES).handler(api::showMailChoice);
        router.route("/").order(NO_OTHER_METHOD).handler(GatewayRoutes::onlyToRead);
        router.route("/openapi").order(NO_OTHER_METHOD).handler(GatewayRoutes::onlyToRead);
        router.route(LOGO).order(NO_OTHER_METHOD).handler(GatewayRoutes::onlyToRead);
        router.route(MAIL_CHOICE).order(NO_OTHER_METHOD).handler(GatewayRoutes::onlyToChoose);
        docs.paths().forEach(path -> router.route(path).order(NO_OTHER_METHOD).handler(GatewayRoutes::onlyToRead));
        router.route().order(LAST).handler(GatewayRoutes::notFound);
    }

    /** The path is looked at as it was sent: what only turns into one of ours when it is tidied up leads nowhere. */
    private void enter(RoutingContext ctx) {
        envelope.open(ctx);
        Optional<Refusal> refusal = Refusal.of(ctx.request());
        String path = ctx.request().path();
        if (refusal.isPresent()) {
            LastAnswer.give(ctx, refusal.get().problem());
        } else if (path == null || RequestPath.parse(path).isEmpty()) {
            notFound(ctx);
        } else if (!cors.answerPreflight(ctx)) {
            ctx.next();
        }
    }

    private static void onlyKnownMethods(RoutingContext ctx) {
        if (Methods.known(ctx.request().method())) {
            ctx.next();
        } else {
            methodNotAllowed(
                    ctx, Methods.KNOWN.stream().map(method -> method.name()).collect(Collectors.joining(", ")));
        }
    }

    private void apiOrNext(RoutingContext ctx) {
        if (!ctx.request().path().startsWith("/api/")) {
            ctx.next();
        } else if (ctx.request().method().equals(HttpMethod.OPTIONS)) {
            document.showMethods(ctx);
        } else {
            api.handle(ctx);
        }
    }

    private static void toDocs(RoutingContext ctx) {
        ctx.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, "/docs")
                .end();
    }

    private static void onlyToRead(RoutingContext ctx) {
        only(READING, ctx);
    }

    private static void onlyToChoose(RoutingContext ctx) {
        only(CHOOSING, ctx);
    }

    private static void only(String methods, RoutingContext ctx) {
        if (ctx.request().method().equals(HttpMethod.OPTIONS)) {
            ctx.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, methods)
                    .end();
        } else {
            methodNotAllowed(ctx, methods);
        }
    }

    private static void methodNotAllowed(RoutingContext ctx, String allowed) {
        new Problem(ProblemType.METHOD_NOT_ALLOWED, "This method means nothing here.")
                .with("Allow", allowed)
                .answer(ctx);
    }

    private static void notFound(RoutingContext ctx) {
        new Problem(ProblemType.NOT_FOUND, "There is no such path.").answer(ctx);
    }

    /** A caller's fault is told to the caller alone; ours goes to the log, with its cause. */
    private void failed(RoutingContext ctx) {
        Exchange exchange = envelope.open(ctx);
        Problem problem = Problem.ofFailure(ctx);
        if (problem.type() == ProblemType.INTERNAL_ERROR && ctx.failure() != null) {
            exchange.log(() -> LOG.errorf(ctx.failure(), "requestId=%s failed", exchange.requestId()));
        }
        problem.answer(ctx);
    }
}
