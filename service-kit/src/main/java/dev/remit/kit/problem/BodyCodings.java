package dev.remit.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a body that is compressed, and JSON that says it is in another charset than UTF-8: neither would be read as it was meant. */
@Singleton
class BodyCodings {
    private static final int BEFORE_QUARKUS = 8_900;
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

    void register(@Observes Filters filters) {
        filters.register(BodyCodings::check, BEFORE_QUARKUS);
    }

    private static void check(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (!BodyReader.hasBody(request)) {
            exchange.next();
        } else if (isCoded(request)) {
            refuse(
                    exchange,
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without a content coding.")
                            .header("Accept-Encoding", "identity"));
        } else if (isJsonOfAnotherCharset(request)) {
            refuse(
                    exchange,
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "JSON is UTF-8, and is read as nothing else."));
        } else {
            exchange.next();
        }
    }

    private static boolean isCoded(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"));
    }

    private static boolean isJsonOfAnotherCharset(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).contains("json")) {
            return false;
        }
        Matcher charset = CHARSET.matcher(type);
        return charset.find() && !charset.group(1).equalsIgnoreCase("utf-8");
    }

    private static void refuse(RoutingContext exchange, Problem problem) {
        exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
        ProblemFallback.answer(exchange, problem);
    }
}
