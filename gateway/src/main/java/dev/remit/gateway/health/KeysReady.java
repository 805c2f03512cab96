package dev.remit.gateway.health;

import dev.remit.gateway.tls.TrustedPeers;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready once Keycloak has given its keys, and from then on: with Keycloak away, known keys still verify, webhooks need none,
 * and a token that cannot be verified is told so. The services have no part in it: with one down, the gateway still has the
 * others' answers and a proper problem to give.
 */
@Readiness
@Singleton
class KeysReady implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(KeysReady.class);
    private static final String NAME = "Keycloak's keys";
    private static final int PATIENCE_MILLIS = 2_000;
    private static final long ASK_EVERY_NANOS = 1_000_000_000;

    private final HttpClient client;
    private final String keys;
    private volatile boolean seen;
    private Future<HealthCheckResponse> last;
    private long lastNanos;

    KeysReady(Vertx vertx, TrustedPeers peers, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        client = vertx.createHttpClient(peers.of(new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS)));
        keys = realm + "/protocol/openid-connect/certs";
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return seen
                ? Uni.createFrom().item(HealthCheckResponse.up(NAME))
                : Uni.createFrom().completionStage(() -> recent().toCompletionStage());
    }

    /** However often the gateway is asked, it asks Keycloak once a second: everybody may ask it. */
    private synchronized Future<HealthCheckResponse> recent() {
        long now = System.nanoTime();
        if (last == null || now - lastNanos > ASK_EVERY_NANOS) {
            last = ask();
            lastNanos = now;
        }
        return last;
    }

    private Future<HealthCheckResponse> ask() {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(keys)
                        .setTimeout(PATIENCE_MILLIS))
                .compose(HttpClientRequest::send)
                .compose(response -> response.body()
                        .map(body -> response.statusCode() == 200
                                && !body.toJsonObject().getJsonArray("keys").isEmpty()))
                .map(this::remember)
                .otherwise(failure -> {
                    LOG.infof("Keycloak's keys cannot be read: %s", failure.toString());
                    return HealthCheckResponse.down(NAME);
                });
    }

    private HealthCheckResponse remember(boolean given) {
        seen = seen || given;
        return HealthCheckResponse.builder().name(NAME).status(seen).build();
    }
}
