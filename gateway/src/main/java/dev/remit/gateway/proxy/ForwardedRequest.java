package dev.remit.gateway.proxy;

import dev.remit.gateway.exchange.Coding;
import dev.remit.gateway.exchange.Compression;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.identity.TokenGate;
import dev.remit.gateway.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * One request's way to its service and the answer's way back. It is tried once: whoever sent it knows whether it may be
 * sent again, the gateway does not. Confined to the request's event loop.
 */
final class ForwardedRequest implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(ForwardedRequest.class);
    private static final int UNAUTHORIZED = 401;

    private final RoutingContext ctx;
    private final ApiRoute route;
    private final Services services;
    private final TokenGate tokens;
    private final Buffer body;
    private final String ifNoneMatch;
    private HttpClientRequest toService;

    /** @param body what the request brought, whole; null where it announced no body */
    ForwardedRequest(RoutingContext ctx, ApiRoute route, Services services, TokenGate tokens, Buffer body) {
        this.ctx = ctx;
        this.route = route;
        this.services = services;
        this.tokens = tokens;
        this.body = body;
        this.ifNoneMatch = ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    }

    void start() {
        // The body has come, and goes on with its length, however it was framed.
        ctx.request().headers().remove(HttpHeaders.TRANSFER_ENCODING);
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), services.client())
                .origin(this::connect)
                .addInterceptor(this)
                .handle(ctx.request());
    }

    private Future<HttpClientRequest> connect(ProxyContext proxy) {
        return services.request(route, ctx.request().method(), proxy.request().getURI())
                .compose(request -> {
                    toService = request;
                    if (ctx.response().closed()) {
                        request.reset();
                        return Future.failedFuture("The client left");
                    }
                    return Future.succeededFuture(request);
                });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        HttpServerRequest request = ctx.request();
        var outgoing = proxy.request();
        String query = request.query();
        outgoing.setURI(query == null ? route.path().raw() : route.path().raw() + "?" + query);
        HeaderRules.inbound(outgoing.headers(), request, Exchange.of(ctx));
        if (body == null) {
            outgoing.setBody(null);
            request.resume();
        } else {
            outgoing.headers().set(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
            outgoing.setBody(body.length() == 0 ? null : Body.body(body));
        }
        return proxy.sendRequest().recover(failure -> Future.succeededFuture(refusal(proxy, failure)));
    }

    private ProxyResponse refusal(ProxyContext proxy, Throwable failure) {
        Problem problem = Failures.explain(failure, route.service(), toService != null);
        if (!ctx.response().closed()) {
            Exchange exchange = Exchange.of(ctx);
            exchange.log(() -> LOG.warnf(
                    "requestId=%s service=%s answered %d: %s",
                    exchange.requestId(), route.service().name(), problem.type().status(), failure.toString()));
        }
        ProxyResponse response = proxy.request().release().response();
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .setBody(Body.body(problem.body(Exchange.of(ctx).requestId())));
        problem.headers().forEach(response::putHeader);
        return response;
    }

    private Body onItsWay(ProxyResponse answer, Body fromService) {
        var body = new AnswerBody(fromService.stream(), ctx.request().connection());
        Optional<Coding> coding = Compression.choose(ctx.request(), answer.getStatusCode(), answer.headers());
        if (coding.isEmpty()) {
            return Body.body(body, fromService.length());
        }
        var coded = new CodedBody(body, coding.get());
        ctx.addEndHandler(done -> coded.close());
        return Body.body(coded);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        ProxyResponse answer = proxy.response();
        // The phrase beside the status says nothing that the status does not.
        answer.setStatusMessage(null);
        if (route.guarded() && answer.getStatusCode() == UNAUTHORIZED) {
            tokens.doubt(ctx);
        }
        HeaderRules.outbound(answer.headers(), ctx.response().headers(), route.service());
        HeaderRules.nameKnownForm(answer, ifNoneMatch);
        Body fromService = answer.getBody();
        if (fromService != null) {
            answer.setBody(onItsWay(answer, fromService));
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
