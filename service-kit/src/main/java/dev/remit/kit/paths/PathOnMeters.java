package dev.remit.kit.paths;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Measures a request under the template of its path from the beginning, whatever becomes of it, and all that lead nowhere
 * under one name. The framework does so only once a method is found; everything else it would measure under the path as it
 * was sent, of which there are as many as callers like.
 */
class PathOnMeters {
    private static final int BEFORE_EVERYTHING_ELSE = 9_999;
    /** Where Micrometer and OpenTelemetry look for the name of a request's path. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final String NOWHERE = "/other";
    private static final String PAGES_OF_QUARKUS = "/q/";

    private final ServicePaths paths;

    PathOnMeters(ServicePaths paths) {
        this.paths = paths;
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, BEFORE_EVERYTHING_ELSE);
    }

    private void name(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (!path.startsWith(PAGES_OF_QUARKUS)) {
            ((HttpServerRequestInternal) exchange.request())
                    .context()
                    .putLocal(
                            TEMPLATE, paths.at(path).map(ServicePath::template).orElse(NOWHERE));
        }
        exchange.next();
    }
}
