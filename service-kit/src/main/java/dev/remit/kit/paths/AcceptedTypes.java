package dev.remit.kit.paths;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemFallback;
import dev.remit.kit.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Reads {@code Accept} as generated clients mean it. A file is sent to everybody who does not refuse its media type, since there
 * is no other form of it; and whoever takes our problems takes what they would be told instead of one.
 */
class AcceptedTypes {
    private static final int AFTER_METHODS = 39;
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final ServicePaths paths;

    AcceptedTypes(ServicePaths paths) {
        this.paths = paths;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, AFTER_METHODS);
    }

    private void read(RoutingContext exchange) {
        String accept = String.join(",", exchange.request().headers().getAll(HttpHeaders.ACCEPT));
        List<MediaType> answers = paths.at(exchange.normalizedPath())
                .map(path -> path.answers(exchange.request().method().name()))
                .orElse(List.of());
        if (accept.isBlank() || answers.isEmpty()) {
            exchange.next();
            return;
        }
        Accepted accepted = Accepted.parse(accept);
        if (answers.stream().allMatch(accepted::refuses)) {
            ProblemFallback.answer(exchange, Problem.of(ProblemType.NOT_ACCEPTABLE));
            return;
        }
        if (isFile(answers) || accepted.takes(PROBLEM)) {
            exchange.request().headers().set(HttpHeaders.ACCEPT, accept + "," + MediaType.WILDCARD + ";q=0.001");
        }
        exchange.next();
    }

    private static boolean isFile(List<MediaType> answers) {
        return answers.size() == 1 && !answers.getFirst().isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }
}
