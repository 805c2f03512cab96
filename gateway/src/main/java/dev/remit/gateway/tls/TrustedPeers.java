package dev.remit.gateway.tls;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Singleton;

/** Whom the gateway believes when it calls by https: the installation's own authority where it has one. */
@Singleton
public class TrustedPeers {
    private static final String CONFIGURATION = "internal";

    private final TlsConfigurationRegistry configurations;

    TrustedPeers(TlsConfigurationRegistry configurations) {
        this.configurations = configurations;
    }

    /** Adds what a client needs to know of its peers; whether it speaks TLS at all is each request's affair. */
    public HttpClientOptions of(HttpClientOptions options) {
        configurations.get(CONFIGURATION).ifPresent(configuration -> TlsConfigUtils.configure(options, configuration));
        return options.setVerifyHost(true);
    }
}
