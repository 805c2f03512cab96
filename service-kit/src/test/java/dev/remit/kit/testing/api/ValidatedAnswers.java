package dev.remit.kit.testing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds the JSON of whatever a test is answered against the API document of the service that it asks. */
public final class ValidatedAnswers implements QuarkusTestBeforeEachCallback, Filter {
    private static final Map<URI, AnswerRules> RULES = new ConcurrentHashMap<>();

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(ValidatedAnswers.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        URI asked = URI.create(request.getURI());
        if (asked.getPath().startsWith("/api/")) {
            AnswerRules rules = RULES.computeIfAbsent(asked.resolve("/"), ValidatedAnswers::rules);
            assertEquals(
                    List.of(),
                    rules.faultsOfBody(request.getMethod(), asked.getRawPath(), answer(response)),
                    () -> request.getMethod() + " " + asked + " " + response.statusCode());
        }
        return response;
    }

    private static AnswerRules rules(URI base) {
        return new AnswerRules(ApiDocument.parse(RestAssured.given()
                .noFilters()
                .get(base.resolve("/q/openapi?format=json"))
                .asString()));
    }

    private static ApiAnswer answer(Response response) {
        Map<String, List<String>> headers = response.headers().asList().stream()
                .collect(Collectors.groupingBy(
                        header -> header.getName(),
                        Collectors.mapping(header -> header.getValue(), Collectors.toList())));
        return new ApiAnswer(
                response.statusCode(), HttpHeaders.of(headers, (name, value) -> true), response.asByteArray());
    }
}
