package dev.remit.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** What an operator can set; addresses have no default. */
@ConfigMapping(prefix = "remit.gateway")
public interface GatewayConfig {

    /** Where contracts-service listens: scheme, host and port only. */
    URI contractsUrl();

    /** Where tickets-service listens: scheme, host and port only. */
    URI ticketsUrl();

    /** Where billing-service listens: scheme, host and port only. */
    URI billingUrl();

    /** The Keycloak realm whose tokens are accepted. */
    URI issuer();

    /** Of the realm's client {@code remit-api}, in whose name it asks whether a token is still good. */
    String clientSecret();

    /** How long to wait for a connection to a service, the queue for one included. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may stay silent before its answer begins. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** How many connections are held open to each service at most. */
    @WithDefault("200")
    int connectionsPerService();

    /** The largest request body, in bytes, unless the route says otherwise. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    /** The largest body of a PSA's webhook call, in bytes. */
    @WithDefault("4M")
    MemorySize webhookBodyLimit();

    /** How old the merged API document may grow before the services are asked again. */
    @WithDefault("10s")
    Duration documentAge();
}
