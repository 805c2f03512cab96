package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be done at a path is told by whoever answers there: the gateway's own pages, and the API for everybody. */
@QuarkusTest
class MethodsTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi", "/docs", "/docs/docs.js", "/docs/swagger-ui.css"})
    void ownPagesAreToRead(String page) throws Exception {
        var options = send(bare(page).method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals("GET, HEAD, OPTIONS", options.headers().firstValue("Allow").orElse(""));
        assertEquals("", options.body());

        var posted = send(bare(page).POST(BodyPublishers.ofString("{}")));
        assertProblem(posted, 405, "method-not-allowed");
        assertEquals("GET, HEAD, OPTIONS", posted.headers().firstValue("Allow").orElse(""));

        var got = send(bare(page));
        var head = send(bare(page).HEAD());
        assertEquals(got.statusCode(), head.statusCode());
        assertEquals("", head.body());
        assertEquals(got.headers().firstValue("ETag"), head.headers().firstValue("ETag"));
    }

    @Test
    void aServiceSaysWhatMayBeDoneAtItsPaths() throws Exception {
        tickets.does(request -> request.response()
                .setStatusCode(405)
                .putHeader("Allow", "GET, HEAD, OPTIONS")
                .end());

        var answer = send(desk("/api/tickets/v1/tickets").DELETE());

        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD, OPTIONS", answer.headers().firstValue("Allow").orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/tickets/v1/tickets | GET, HEAD, OPTIONS",
                "/api/tickets/v1/tickets/0198c0de-0000-7000-8000-00000000a001 | GET, HEAD, OPTIONS",
                "/api/tickets/v1/connections/7/webhook | OPTIONS, POST",
                "/api/contracts/v1/clients | GET, HEAD, OPTIONS, POST",
                "/api/billing/v1/ratings/simulations | OPTIONS, POST"
            })
    void everybodyIsToldWhatMayBeDoneAtApiPaths(String path, String methods) throws Exception {
        var answer = send(bare(path).method("OPTIONS", BodyPublishers.noBody()));

        assertEquals(204, answer.statusCode());
        assertEquals(methods, answer.headers().firstValue("Allow").orElse(""));
        assertTrue(answer.headers().map().keySet().stream()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-")));
        assertEquals(
                methods,
                send(desk(path).method("OPTIONS", BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Allow")
                        .orElse(""));
        assertTrue(Stream.of(contracts, tickets, billing)
                .allMatch(service -> service.seen().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets/v1/none", "/api/tickets/v1", "/api/tickets/v1/tickets/", "/api/none/v1/x"})
    void nothingMayBeDoneWhereThereIsNoPath(String path) throws Exception {
        assertProblem(send(bare(path).method("OPTIONS", BodyPublishers.noBody())), 404, "not-found");
    }
}
