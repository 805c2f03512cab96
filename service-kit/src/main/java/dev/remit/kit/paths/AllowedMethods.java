package dev.remit.kit.paths;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemFallback;
import dev.remit.kit.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * Answers OPTIONS, and refuses a method that a path does not have, with the methods that it has. The framework looks at one
 * resource class at a time, and would name methods of that class's other paths.
 */
class AllowedMethods {
    private static final int AFTER_BODIES = 40;

    private final ServicePaths paths;

    AllowedMethods(ServicePaths paths) {
        this.paths = paths;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_BODIES);
    }

    private void check(RoutingContext exchange) {
        Optional<ServicePath> path = paths.at(exchange.normalizedPath());
        HttpMethod method = exchange.request().method();
        if (path.isPresent() && method.equals(HttpMethod.OPTIONS)) {
            exchange.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, path.get().allowed())
                    .end();
        } else if (path.isPresent() && !path.get().allows(method.name())) {
            ProblemFallback.answer(
                    exchange,
                    Problem.of(ProblemType.METHOD_NOT_ALLOWED)
                            .header("Allow", path.get().allowed()));
        } else {
            exchange.next();
        }
    }
}
