package dev.remit.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator can set; addresses have no default. */
@ConfigMapping(prefix = "remit.gateway")
public interface GatewayConfig {

    /** Where contracts-service listens: scheme, host and port only. */
    URI contractsUrl();

    /** Where tickets-service listens: scheme, host and port only. */
    URI ticketsUrl();

    /** Where billing-service listens: scheme, host and port only. */
    URI billingUrl();

    /** Where notifications-service listens: scheme, host and port only. */
    URI notificationsUrl();

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
    @WithDefault("256K")
    MemorySize webhookBodyLimit();

    /** The largest scanned paper of an agreement, in bytes; less than one caller's share of the memory for bodies. */
    @WithDefault("8M")
    MemorySize fileBodyLimit();

    /** How long the head of a request may take, from its first byte on or, for a connection's first one, from its opening. */
    @WithDefault("10s")
    Duration headTime();

    /** How long the body of a request may take. */
    @WithDefault("30s")
    Duration bodyTime();

    /** How long the body of a PSA's webhook call may take. */
    @WithDefault("10s")
    Duration webhookBodyTime();

    /** How many bytes of a body must have come for each second after the first two. */
    @WithDefault("1K")
    MemorySize bodyRate();

    /** How much memory the bodies of all requests together may take, in bytes. */
    @WithDefault("48M")
    MemorySize bodyMemory();

    /** How many requests of one caller may be under way to a service at once; a caller is a token's subject. */
    @WithDefault("32")
    int requestsPerCaller();

    /** How many requests of one tenant may be under way to a service at once. */
    @WithDefault("64")
    int requestsPerTenant();

    /** How many streams of one caller may be open to a service at once; they take none of the places of other requests. */
    @WithDefault("4")
    int streamsPerCaller();

    /** How many streams of one tenant. */
    @WithDefault("50")
    int streamsPerTenant();

    /** How many streams of all tenants to a service. */
    @WithDefault("1000")
    int streamsAtOnce();

    /** How many reads of one caller are answered a minute. */
    @WithDefault("12000")
    int readsAMinutePerCaller();

    /** How many reads of one tenant. */
    @WithDefault("24000")
    int readsAMinutePerTenant();

    /** How many requests of one caller that change something. */
    @WithDefault("6000")
    int writesAMinutePerCaller();

    /** How many of one tenant. */
    @WithDefault("12000")
    int writesAMinutePerTenant();

    /** How many simulations, scope checks and estimates of one caller. */
    @WithDefault("1200")
    int simulationsAMinutePerCaller();

    /** How many of one tenant. */
    @WithDefault("2400")
    int simulationsAMinutePerTenant();

    /** How many long reads of one caller: files, feeds and histories. */
    @WithDefault("1200")
    int exportsAMinutePerCaller();

    /** How many of one tenant. */
    @WithDefault("2400")
    int exportsAMinutePerTenant();

    /** Over how many replicas of the gateway callers are spread: each grants its part of what there is a minute. */
    @WithDefault("1")
    int replicas();

    /** How many webhook calls from one address may be under way to the service at once, and as many reads of logos and choices of mail. */
    @WithDefault("8")
    int webhooksPerSource();

    /** How many webhook calls may be under way to the service at once in all, and as many reads of logos and choices of mail. */
    @WithDefault("32")
    int webhooksAtOnce();

    /**
     * The proxies in front of the gateway that say truly where a request comes from: addresses, or networks as address/bits.
     * None are believed where there are none.
     */
    Optional<List<String>> trustedProxies();

    /** Which pages of other origins may call, as {@code tenant=origin}, the tenant by its id or {@code *} for all. */
    Optional<List<String>> corsOrigins();

    /** What {@code Strict-Transport-Security} tells browsers; none is sent where it is zero. */
    Duration hstsMaxAge();
}
