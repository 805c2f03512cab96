package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers go out compressed to whoever takes them so, and each form has a tag of its own. */
@QuarkusTest
class CompressionTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final String LONG = "{\"items\":\"" + "ticket ".repeat(20_000) + "\"}";

    private void says(String body, String type) {
        tickets.does(request -> answer(request, body, type));
    }

    private static void answer(HttpServerRequest request, String body, String type) {
        request.response()
                .putHeader("Content-Type", type)
                .putHeader("ETag", "\"5\"")
                .end(Buffer.buffer(body));
    }

    private HttpResponse<byte[]> ask(HttpRequest.Builder request, String accepted) throws Exception {
        return HTTP.send(request.header("Accept-Encoding", accepted).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip                       | gzip
            br                         | br
            gzip, deflate, br, zstd    | br
            br;q=0.5, gzip             | gzip
            *                          | br
            *;q=0.3, br;q=0            | gzip
            x-gzip                     | gzip
            gzip;q=0                   |
            identity, gzip;q=0.5       |
            deflate                    |
            nonsense;;q=, ;            |
            """)
    void inTheCodingThatTheCallerLikesBest(String accepted, String coding) throws Exception {
        says(LONG, "application/json;charset=UTF-8");

        var answer = ask(desk(PATH), accepted);

        assertEquals(coding, answer.headers().firstValue("Content-Encoding").orElse(null));
        assertTrue(answer.headers().allValues("Vary").contains("accept-encoding"));
        assertEquals(
                coding == null ? "\"5\"" : "\"5-" + coding + "\"",
                answer.headers().firstValue("ETag").orElse(""));
        assertArrayEquals(LONG.getBytes(StandardCharsets.UTF_8), decoded(answer, coding));
        assertTrue(coding == null || answer.body().length < LONG.length() / 10, () -> answer.body().length + " bytes");
    }

    private static byte[] decoded(HttpResponse<byte[]> answer, String coding) throws IOException {
        var bytes = new ByteArrayInputStream(answer.body());
        if (coding == null) {
            return answer.body();
        }
        Brotli4jLoader.ensureAvailability();
        try (InputStream plain = coding.equals("br") ? new BrotliInputStream(bytes) : new GZIPInputStream(bytes)) {
            return plain.readAllBytes();
        }
    }

    @Test
    void aBodyOfUnknownLengthToo() throws Exception {
        tickets.does(request -> {
            var response = request.response().setChunked(true).putHeader("Content-Type", "text/csv");
            for (int i = 0; i < 100; i++) {
                response.write("a,line,of,many\r\n");
            }
            response.end();
        });

        var answer = ask(desk(PATH), "gzip");

        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals("a,line,of,many\r\n".repeat(100), new String(decoded(answer, "gzip"), StandardCharsets.UTF_8));
    }

    @Test
    void notWhatIsSmallOrDoesNotShrinkOrChangesSomething() throws Exception {
        says("{\"a\":1}", "application/json");
        assertPlain(ask(desk(PATH), "gzip"));

        says(LONG, "application/octet-stream");
        assertPlain(ask(desk(PATH), "gzip"));

        says(LONG, "application/json");
        assertPlain(ask(desk(PATH).POST(BodyPublishers.ofString("{}")), "gzip"));
        assertPlain(ask(desk(PATH).HEAD(), "gzip"));

        tickets.does(request -> {
            request.response().setStatusCode(404);
            answer(request, LONG, "application/json");
        });
        assertPlain(ask(desk(PATH), "gzip"));
    }

    private static void assertPlain(HttpResponse<byte[]> answer) {
        assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty(), () -> answer.headers()
                .toString());
        assertEquals("\"5\"", answer.headers().firstValue("ETag").orElse(""));
    }

    @Test
    void theServiceIsAskedForItAsItIsAndForItsOwnTags() throws Exception {
        ask(
                desk(PATH)
                        .header("If-Match", "\"5-gzip\", \"6\"")
                        .header("If-None-Match", "W/\"7-br\"")
                        .PUT(BodyPublishers.ofString("{}")),
                "gzip");

        var seen = tickets.only().headers();
        assertEquals(List.of("identity"), seen.getAll("Accept-Encoding"));
        assertEquals(List.of("\"5\", \"6\""), seen.getAll("If-Match"));
        assertEquals(List.of("W/\"7\""), seen.getAll("If-None-Match"));
    }

    @Test
    void whoeverHasItIsToldInTheFormThatTheyHave() throws Exception {
        tickets.does(request ->
                request.response().setStatusCode(304).putHeader("ETag", "\"5\"").end());

        for (String tag : List.of("\"5-gzip\"", "\"5\"")) {
            var answer = ask(desk(PATH).header("If-None-Match", tag), "gzip");
            assertEquals(304, answer.statusCode());
            assertEquals(List.of(tag), answer.headers().allValues("ETag"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/docs/swagger-ui.css", "/docs/swagger-ui-bundle.js"})
    void ownPagesToo(String page) throws Exception {
        byte[] plain = ask(bare(page), "identity").body();
        for (String coding : List.of("gzip", "br")) {
            for (int time = 0; time < 2; time++) {
                var answer = ask(bare(page), coding);
                assertEquals(
                        coding, answer.headers().firstValue("Content-Encoding").orElse(""));
                assertArrayEquals(plain, decoded(answer, coding));
                assertEquals(
                        String.valueOf(answer.body().length),
                        answer.headers().firstValue("Content-Length").orElse(""));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "*", "\"x\", %s"})
    void ownPagesAreSentOnceInEachForm(String form) throws Exception {
        for (String coding : List.of("identity", "gzip", "br")) {
            String tag =
                    ask(bare("/openapi"), coding).headers().firstValue("ETag").orElse("");

            var again = ask(bare("/openapi").header("If-None-Match", form.formatted(tag)), coding);

            assertEquals(304, again.statusCode());
            assertEquals(0, again.body().length);
            if (!form.equals("*")) {
                assertEquals(List.of(tag), again.headers().allValues("ETag"));
            }
            assertEquals("no-cache", again.headers().firstValue("Cache-Control").orElse(""));
        }
    }

    @Test
    void bodiesComeAsTheyAre() throws Exception {
        for (String path : List.of(PATH, "/api/tickets/v1/connections/1/webhook")) {
            var answer = send(desk(path).header("Content-Encoding", "gzip").POST(BodyPublishers.ofString("x")));
            assertProblem(answer, 415, "unsupported-media-type");
            assertEquals(
                    "identity", answer.headers().firstValue("Accept-Encoding").orElse(""));
        }
        assertEquals(List.of(), tickets.seen());
        assertEquals(
                200,
                send(desk(PATH).header("Content-Encoding", "identity").POST(BodyPublishers.ofString("{}")))
                        .statusCode());
    }
}
