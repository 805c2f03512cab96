package dev.remit.kit.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Answers with a problem what fails before or beside the resources: authentication, limits, unknown paths. */
public class ProblemFallback {
    private static final int LAST = Integer.MAX_VALUE;

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(ProblemFallback::answerFailure);
        router.route().order(LAST).handler(exchange -> answer(exchange, Problem.notFound()));
    }

    private static void answerFailure(RoutingContext exchange) {
        if (exchange.response().headWritten()) {
            exchange.next();
        } else if (isNoRequest(exchange.request())) {
            answer(exchange, Problem.of(ProblemType.VALIDATION, "The request names no host or no path."));
        } else if (exchange.failure() != null) {
            answer(exchange, Failures.problem(exchange.failure()));
        } else {
            answer(exchange, Problem.of(ProblemType.ofStatus(exchange.statusCode())));
        }
    }

    /** One that Quarkus' own handlers stumble over: without a host that can be read, or with a target that is no path. */
    private static boolean isNoRequest(HttpServerRequest request) {
        return request.authority() == null
                || request.path() == null
                || !request.path().startsWith("/");
    }

    public static void answer(RoutingContext exchange, Problem problem) {
        var response = exchange.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE.toString());
        problem.headers().forEach(response::putHeader);
        response.end(ProblemBody.json(problem).toBuffer());
    }
}
