package dev.remit.kit.http;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an operation does not have, those of one value that come with several, and empty ones of several: a filter that is
 * mistyped would show everything. What services ask each other, and callbacks, are not held to it. Public for the framework's
 * caller.
 */
public class KnownParameters {
    private static final String INTERNAL = "/internal/";

    private final Map<Method, QueryParameters> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        Map<String, List<String>> sent = uri.getQueryParameters();
        if (sent.isEmpty() || method.isAnnotationPresent(ForeignParameters.class) || isInternal(uri)) {
            return;
        }
        QueryParameters parameters = known.computeIfAbsent(method, QueryParameters::of);
        Problem problem = Problem.of(ProblemType.VALIDATION);
        new TreeMap<>(sent).forEach((name, values) -> {
            if (!parameters.has(name)) {
                problem.error(name, "is not a parameter that is known here", "unknown-parameter");
            } else if (values.size() > 1 && !parameters.takesSeveral(name)) {
                problem.error(name, "may be given once only", "repeated-parameter");
            } else if (parameters.takesSeveral(name) && values.contains("")) {
                problem.error(name, "must not be empty", "empty-parameter");
            }
        });
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static boolean isInternal(UriInfo uri) {
        return uri.getRequestUri().getPath().startsWith(INTERNAL);
    }
}
