package dev.remit.gateway.proxy;

import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.UnreadBody;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/**
 * One request's way to its service and the answer's way back. It is tried once: whoever sent it knows whether it may be
 * sent again, the gateway does not. Confined to the request's event loop.
 */
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final RoutingContext ctx;
    private final ApiRoute route;
    private final Services services;
    private final MeasuredBody body;
    private HttpClientRequest toService;

    Passage(RoutingContext ctx, ApiRoute route, Services services) {
        this.ctx = ctx;
        this.route = route;
        this.services = services;
        this.body = new MeasuredBody(ctx.request(), route.bodyLimit(), this::bodyMoved);
    }

    void start() {
        var incoming = ctx.request().headers();
        if (incoming.contains(HttpHeaders.TRANSFER_ENCODING)) {
            // The door let only this coding in, but in any case of letters, and the proxy knows but one.
            incoming.set(HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CHUNKED);
        }
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), services.client())
                .origin(this::connect)
                .addInterceptor(this)
                .handle(ctx.request());
    }

    private Future<HttpClientRequest> connect(ProxyContext proxy) {
        return services.request(
                        route.service(), ctx.request().method(), proxy.request().getURI())
                .compose(request -> {
                    toService = request;
                    if (ctx.response().closed()) {
                        request.reset();
                        return Future.failedFuture("The client left");
                    }
                    return Future.succeededFuture(request);
                });
    }

    private void bodyMoved() {
        if (toService != null) {
            services.keepWaiting(toService);
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        HttpServerRequest request = ctx.request();
        var outgoing = proxy.request();
        String query = request.query();
        outgoing.setURI(query == null ? route.path().raw() : route.path().raw() + "?" + query);
        HeaderRules.inbound(outgoing.headers(), request, Exchange.of(ctx));
        if (hasBody(request)) {
            outgoing.setBody(Body.body(body, outgoing.getBody().length()));
        } else {
            outgoing.setBody(null);
            request.resume();
        }
        return proxy.sendRequest().recover(failure -> Future.succeededFuture(refusal(proxy, failure)));
    }

    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private ProxyResponse refusal(ProxyContext proxy, Throwable failure) {
        Problem problem = Failures.explain(failure, route.service(), toService != null, body);
        if (problem.type().status() >= 500 && !ctx.response().closed()) {
            Exchange exchange = Exchange.of(ctx);
            exchange.log(() -> LOG.warnf(
                    "requestId=%s service=%s answered %d: %s",
                    exchange.requestId(), route.service().name(), problem.type().status(), failure.toString()));
        }
        UnreadBody.drain(ctx.request());
        ProxyResponse response = proxy.request().release().response();
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(problem.body(Exchange.of(ctx).requestId())));
        problem.headers().forEach(response::putHeader);
        return response;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        ProxyResponse answer = proxy.response();
        HeaderRules.outbound(answer.headers(), ctx.response().headers(), route.service());
        Body fromService = answer.getBody();
        if (fromService != null) {
            answer.setBody(
                    Body.body(new AnswerBody(fromService.stream(), ctx.request().connection()), fromService.length()));
        }
        return proxy.sendResponse().recover(failure -> {
            Exchange exchange = Exchange.of(ctx);
            exchange.log(() -> LOG.debugf(
                    failure,
                    "requestId=%s service=%s: the answer broke off",
                    exchange.requestId(),
                    route.service().name()));
            return Future.succeededFuture();
        });
    }
}
