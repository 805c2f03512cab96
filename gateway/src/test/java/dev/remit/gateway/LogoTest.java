package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page on which somebody logs in has no token, and shows the logo of their MSP all the same. */
@QuarkusTest
class LogoTest extends GatewayTest {
    private static final String LOGO = "/logos/0198c0de-0000-7000-8000-000000000001";

    @Test
    void pagesOfOtherOriginsShowItWithoutAToken() throws Exception {
        contracts.does(request -> request.response()
                .putHeader("Content-Type", "image/png")
                .putHeader("Cache-Control", "public, max-age=300")
                .putHeader("ETag", "\"1\"")
                .end(Buffer.buffer(new byte[2000])));
        var answer = HTTP.send(bare(LOGO).build(), BodyHandlers.ofByteArray());

        assertEquals(200, answer.statusCode());
        assertEquals(2000, answer.body().length);
        for (List<String> field : List.of(
                List.of("Content-Type", "image/png"),
                List.of("Cache-Control", "public, max-age=300"),
                List.of("ETag", "\"1\""),
                List.of("X-Content-Type-Options", "nosniff"),
                List.of("Cross-Origin-Resource-Policy", "cross-origin"))) {
            assertEquals(
                    field.getLast(),
                    answer.headers().firstValue(field.getFirst()).orElse(""));
        }
    }

    @Test
    void itIsAskedOfTheServiceByTheSamePath() throws Exception {
        assertEquals(200, send(bare(LOGO)).statusCode());
        assertEquals(LOGO, contracts.only().uri());
        assertEquals(
                200, send(bare(LOGO).method("HEAD", BodyPublishers.noBody())).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logos", "/logos/", "/logos/1/2", "/logos/..%2finternal", "/Logos/1", "/logos/1/"})
    void whatOnlyResemblesItLeadsNowhere(String path) throws Exception {
        assertProblem(send(bare(path)), 404, "not-found");
        assertTrue(contracts.seen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE"})
    void nobodyChangesItThere(String method) throws Exception {
        assertProblem(send(bare(LOGO).method(method, BodyPublishers.ofString("{}"))), 405, "method-not-allowed");
        assertTrue(contracts.seen().isEmpty());
    }

    @Test
    void anAddressHasAShareOfThem() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        contracts.does(waiting::add);
        int most = ConfigProvider.getConfig().getValue("remit.gateway.webhooks-per-source", int.class);
        for (int i = 0; i < most; i++) {
            HTTP.sendAsync(bare(LOGO).build(), BodyHandlers.discarding());
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == most);

        assertProblem(send(bare(LOGO)), 429, "too-many-requests");
        assertEquals(
                200,
                send(bare("/api/tickets/v1/connections/7/webhook").POST(BodyPublishers.ofString("{}")))
                        .statusCode());
        waiting.forEach(request -> request.response().end());
    }
}
