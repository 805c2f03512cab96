package dev.remit.gateway.identity;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.tls.TrustedPeers;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks Keycloak about a token (RFC 7662), in the name of the client that tokens are for. Where Keycloak does not answer, it
 * is left alone for a moment: the first request after that is the next to find out.
 */
@Singleton
class Introspection {
    /** How long an answer may take before it counts as none. */
    static final Duration PATIENCE = Duration.ofMillis(1000);

    private static final Logger LOG = Logger.getLogger(Introspection.class);
    /** The audience of every token that the gateway takes; Keycloak tells only a token's audience of it. */
    private static final String CLIENT = "remit-api";

    private static final long PAUSE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int CONNECTIONS = 32;

    private final HttpClient client;
    private final RequestOptions request;
    private final MeterRegistry meters;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long failedNanos = System.nanoTime() - PAUSE_NANOS;

    Introspection(
            Vertx vertx,
            GatewayConfig config,
            TrustedPeers peers,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            MeterRegistry meters) {
        this.meters = meters;
        client = vertx.createHttpClient(peers.of(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setConnectTimeout((int) PATIENCE.toMillis())));
        String credentials = CLIENT + ":" + config.clientSecret();
        request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(realm + "/protocol/openid-connect/token/introspect")
                .putHeader("Accept", "application/json")
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .putHeader(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** Never fails: an answer that does not come, or is none, is {@link TokenState#UNKNOWN}. */
    Future<TokenState> of(String token) {
        if (System.nanoTime() - failedNanos < PAUSE_NANOS) {
            return Future.succeededFuture(counted(TokenState.UNKNOWN));
        }
        Buffer form = Buffer.buffer("token=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        return client.request(new RequestOptions(request))
                .compose(asking -> asking.send(form))
                .compose(Introspection::read)
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .map(this::answered)
                .otherwise(this::failed)
                .map(this::counted);
    }

    private static Future<TokenState> read(HttpClientResponse answer) {
        return answer.body().map(body -> {
            Boolean active = answer.statusCode() == 200 ? body.toJsonObject().getBoolean("active") : null;
            if (active == null) {
                throw new IllegalStateException("status " + answer.statusCode());
            }
            return active ? TokenState.ACTIVE : TokenState.REVOKED;
        });
    }

    private TokenState answered(TokenState state) {
        if (away.compareAndSet(true, false)) {
            LOG.info("Keycloak says again whether tokens are still good");
        }
        return state;
    }

    private TokenState failed(Throwable failure) {
        failedNanos = System.nanoTime();
        if (away.compareAndSet(false, true)) {
            LOG.warnf(
                    "Keycloak does not say whether tokens are still good, so all that verify are taken: %s",
                    failure.toString());
        }
        return TokenState.UNKNOWN;
    }

    private TokenState counted(TokenState state) {
        meters.counter("remit_token_checks", "answer", state.name().toLowerCase(Locale.ROOT))
                .increment();
        return state;
    }
}
