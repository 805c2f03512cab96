package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final String WEBHOOK = "/api/tickets/v1/connections/7/webhook";
    private static final int MIB = 1 << 20;

    @Test
    void aBodyOfTheLimitPasses() throws Exception {
        byte[] body = random(MIB);

        assertEquals(
                200, send(desk(PATH).POST(BodyPublishers.ofByteArray(body))).statusCode());

        assertArrayEquals(body, tickets.only().body());
    }

    @Test
    void aChunkedBodyOfTheLimitPasses() throws Exception {
        byte[] body = random(MIB);

        assertEquals(200, send(desk(PATH).POST(chunked(body))).statusCode());

        assertArrayEquals(body, tickets.only().body());
        assertEquals("chunked", tickets.only().headers().get("Transfer-Encoding"));
    }

    @Test
    void oneByteMoreIsRefusedBeforeTheServiceIsAsked() throws Exception {
        var reached = new AtomicInteger();
        tickets.does(request -> reached.incrementAndGet());

        assertProblem(send(desk(PATH).POST(BodyPublishers.ofByteArray(random(MIB + 1)))), 413, "payload-too-large");

        assertEquals(0, reached.get());
    }

    @Test
    void oneByteMoreInChunksIsCutOff() throws Exception {
        var received = new AtomicLong();
        var broken = new AtomicInteger();
        var ended = new AtomicInteger();
        tickets.does(request -> request.handler(chunk -> received.addAndGet(chunk.length()))
                .exceptionHandler(cut -> broken.incrementAndGet())
                .endHandler(end -> ended.incrementAndGet()));

        assertProblem(send(desk(PATH).POST(chunked(random(MIB + 1)))), 413, "payload-too-large");

        await().atMost(10, SECONDS).until(() -> broken.get() == 1);
        assertEquals(0, ended.get());
        assertTrue(received.get() <= MIB, "received " + received);
    }

    @Test
    void muchMoreInChunksIsCutOffToo() throws Exception {
        tickets.does(request -> request.handler(chunk -> {}));

        assertProblem(send(desk(PATH).POST(chunked(random(6 * MIB)))), 413, "payload-too-large");
    }

    @Test
    void aWebhookMayBringMore() throws Exception {
        byte[] body = random(4 * MIB);

        assertEquals(200, send(bare(WEBHOOK).POST(chunked(body))).statusCode());
        assertArrayEquals(body, tickets.only().body());

        assertProblem(
                send(bare(WEBHOOK).POST(BodyPublishers.ofByteArray(random(4 * MIB + 1)))), 413, "payload-too-large");
        assertProblem(send(bare(WEBHOOK).POST(chunked(random(4 * MIB + 1)))), 413, "payload-too-large");
    }

    @Test
    void aClientThatNeverEndsIsNotReadForEver() throws Exception {
        try (var wire = new Wire(gateway)) {
            wire.send("POST " + PATH + " HTTP/1.1\r\nHost: g\r\nContent-Length: 999999999\r\n\r\n");
            assertEquals(401, Wire.status(wire.readUntil("}")));
            assertEquals("", wire.readToEnd());
        }
    }

    @Test
    void continueIsSaidToThoseWhoMaySend() throws Exception {
        try (var wire = new Wire(gateway)) {
            wire.send(head("POST", PATH) + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertEquals(100, Wire.status(wire.readUntil("\r\n\r\n")));
            wire.send("{}");
            assertEquals(200, Wire.status(wire.readUntil("\r\n\r\n")));
        }
        assertEquals("{}", new String(tickets.only().body(), StandardCharsets.US_ASCII));
    }

    @Test
    void continueIsNotSaidToTheOthers() throws Exception {
        try (var wire = new Wire(gateway)) {
            wire.send(head("POST", PATH) + "Expect: 100-continue\r\nContent-Length: " + (MIB + 1) + "\r\n\r\n");
            assertEquals(413, Wire.status(wire.readUntil("\r\n\r\n")));
        }
    }

    @Test
    void aClientThatStopsSendingIsToldSo() throws Exception {
        tickets.does(request -> request.handler(chunk -> {}));
        try (var wire = new Wire(gateway)) {
            wire.send(head("POST", PATH) + "Content-Length: 10\r\n\r\nhalf");
            String answer = wire.readUntil("}");
            assertEquals(408, Wire.status(answer));
            assertTrue(answer.contains("problems/request-timeout"), answer);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static BodyPublisher chunked(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }
}
