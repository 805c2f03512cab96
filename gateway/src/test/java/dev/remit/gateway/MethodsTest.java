package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway's own pages can be read, and say so. */
@QuarkusTest
class MethodsTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi", "/docs", "/docs/docs.js", "/docs/swagger-ui.css", "/q/health"})
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
}
