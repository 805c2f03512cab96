package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamingTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/feed";
    private static final Duration SILENCE_ALLOWED =
            ConfigProvider.getConfig().getValue("remit.gateway.response-timeout", Duration.class);

    @Test
    void piecesArriveAsTheyAreWritten() throws Exception {
        var open = new AtomicReference<HttpServerResponse>();
        tickets.does(request -> {
            open.set(request.response().setChunked(true));
            open.get().write("first\n");
        });

        var answer = HTTP.send(desk(PATH).build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertEquals("first", lines.readLine());
            open.get().write("second\n");
            assertEquals("second", lines.readLine());
            open.get().end();
            assertEquals(null, lines.readLine());
        }
    }

    @Test
    void serverSentEventsOutliveTheWaitForAnAnswer() throws Exception {
        tickets.does(request -> {
            var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            response.write("data: 1\n\n");
            Upstream.vertx().setTimer(SILENCE_ALLOWED.plusMillis(500).toMillis(), late -> response.end("data: 2\n\n"));
        });

        var answer = send(desk(PATH).header("Accept", "text/event-stream"));

        assertEquals(
                "text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("data: 1\n\ndata: 2\n\n", answer.body());
    }

    @Test
    void anUploadIsWholeBeforeTheServiceHearsOfIt() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("POST", PATH) + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
            assertEquals(200, get(PATH).statusCode());
            assertEquals("GET", tickets.only().method());
            tickets.seen().clear();

            wire.send("3\r\ntwo\r\n0\r\n\r\n");
            assertEquals(200, BareSocket.status(wire.readUntil("\r\n\r\n")));
        }
        assertEquals("onetwo", new String(tickets.only().body(), StandardCharsets.US_ASCII));
    }

    @Test
    void aClientThatLeavesEndsTheServicesWork() throws Exception {
        var left = new AtomicBoolean();
        tickets.does(request -> {
            request.response().setChunked(true).closeHandler(closed -> left.set(true));
            request.response().write("data: 1\n\n");
        });
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("GET", PATH) + "\r\n");
            wire.readUntil("data: 1");
        }
        await().atMost(10, SECONDS).untilTrue(left);
    }

    @Test
    void aClientThatLeavesWhileWaitingEndsTheServicesWork() throws Exception {
        var asked = new AtomicBoolean();
        var left = new AtomicBoolean();
        tickets.does(request -> {
            request.response().closeHandler(closed -> left.set(true));
            asked.set(true);
        });
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("GET", PATH) + "\r\n");
            await().atMost(10, SECONDS).untilTrue(asked);
        }
        await().atMost(SILENCE_ALLOWED.dividedBy(2)).untilTrue(left);
    }

    @Test
    void aClientThatLeavesHalfWayThroughItsBodyIsNotTakenForOneThatFinished() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("POST", PATH) + "Transfer-Encoding: chunked\r\n\r\n3\r\none\r\n");
            assertEquals(200, get(PATH).statusCode());
        }
        assertEquals(200, get(PATH).statusCode());
        assertEquals(
                List.of("GET", "GET"),
                tickets.seen().stream().map(Upstream.Seen::method).toList());
    }

    @Test
    void anAnswerThatBreaksOffIsNotTakenForAWholeOne() {
        tickets.does(
                request -> request.response().setChunked(true).write("half").onComplete(written -> request.connection()
                        .close()));

        assertThrows(IOException.class, () -> get(PATH));

        tickets.does(request -> request.response()
                .putHeader("Content-Length", "100")
                .write("half")
                .onComplete(written -> request.connection().close()));

        assertThrows(IOException.class, () -> get(PATH));
    }

    @Test
    void aSlowReaderSlowsTheServiceDown() throws Exception {
        int total = 64 << 20;
        var written = new AtomicLong();
        tickets.does(request -> {
            var response = request.response().putHeader("Content-Length", String.valueOf(total));
            Buffer piece = Buffer.buffer(new byte[64 << 10]);
            Runnable pump = () -> {
                while (!response.writeQueueFull() && written.get() < total) {
                    written.addAndGet(piece.length());
                    response.write(piece);
                }
                if (written.get() == total && !response.ended()) {
                    response.end();
                }
            };
            response.drainHandler(drained -> pump.run());
            pump.run();
        });

        var answer = HTTP.send(desk(PATH).build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            await().during(1, SECONDS).atMost(15, SECONDS).until(() -> written.get() < total / 2);
            assertEquals(total, body.transferTo(OutputStream.nullOutputStream()));
        }
        assertTrue(written.get() >= total);
    }
}
