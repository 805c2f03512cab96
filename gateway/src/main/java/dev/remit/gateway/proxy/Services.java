package dev.remit.gateway.proxy;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.tls.TrustedPeers;
import dev.remit.gateway.wire.FlushAfterTurn;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The services behind the gateway, in the order that a ticket travels, and the client that reaches them. */
@Singleton
public class Services {

    private static final int MAX_HEADER_BYTES = 16 << 10;

    private final List<Service> all;
    private final HttpClient client;
    /** With connections of their own: a stream keeps one for as long as somebody looks. */
    private final HttpClient streams;

    private final long connectMillis;
    private final long responseMillis;

    Services(GatewayConfig config, Vertx vertx, TrustedPeers peers) {
        all = List.of(
                new Service("contracts", config.contractsUrl()),
                new Service("tickets", config.ticketsUrl()),
                new Service("billing", config.billingUrl()),
                new Service("notifications", config.notificationsUrl()));
        connectMillis = config.connectTimeout().toMillis();
        responseMillis = config.responseTimeout().toMillis();
        client = client(vertx, peers, config.connectionsPerService());
        streams = client(vertx, peers, config.streamsAtOnce());
    }

    private HttpClient client(Vertx vertx, TrustedPeers peers, int connections) {
        return vertx.httpClientBuilder()
                .with(peers.of(new HttpClientOptions()
                        .setConnectTimeout(Math.toIntExact(connectMillis))
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        // The span of the request is the service's parent: one more for its forwarding would say the
                        // same times.
                        .setTracingPolicy(TracingPolicy.IGNORE)))
                .with(new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(connections * 2))
                .withConnectHandler(connection -> FlushAfterTurn.add(((ConnectionBase) connection).channel()))
                .build();
    }

    Optional<Service> named(String name) {
        return all.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    HttpClient client() {
        return client;
    }

    /** Connects to a service for what a route leads to. */
    Future<HttpClientRequest> request(ApiRoute route, HttpMethod method, String uri) {
        return request(route.isStream() ? streams : client, route.service(), method, uri);
    }

    /** Connects to a service. The request that results fails with a timeout when the service stays silent. */
    public Future<HttpClientRequest> request(Service service, HttpMethod method, String uri) {
        return request(client, service, method, uri);
    }

    private Future<HttpClientRequest> request(HttpClient by, Service service, HttpMethod method, String uri) {
        return by.request(new RequestOptions()
                        .setHost(service.host())
                        .setPort(service.port())
                        .setSsl(service.tls())
                        .setMethod(method)
                        .setURI(uri)
                        .setConnectTimeout(connectMillis))
                .onSuccess(request -> request.setTimeout(responseMillis));
    }
}
