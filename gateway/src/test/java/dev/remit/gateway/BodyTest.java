package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
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
        assertEquals(String.valueOf(MIB), tickets.only().headers().get("Content-Length"));
        assertNull(tickets.only().headers().get("Transfer-Encoding"));
    }

    @Test
    void anEmptyBodyInChunksIsABodyOfNoBytes() throws Exception {
        for (String path : List.of(PATH, WEBHOOK)) {
            tickets.seen().clear();
            String answer = BareSocket.exchange(
                    gateway, head("POST", path) + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n");

            assertEquals(200, BareSocket.status(answer), answer);
            assertEquals(0, tickets.only().body().length);
            assertEquals("0", tickets.only().headers().get("Content-Length"));
        }
    }

    @Test
    void oneByteMoreIsRefusedBeforeTheServiceIsAsked() throws Exception {
        var reached = new AtomicInteger();
        tickets.does(request -> reached.incrementAndGet());

        assertProblem(send(desk(PATH).POST(BodyPublishers.ofByteArray(random(MIB + 1)))), 413, "payload-too-large");

        assertEquals(0, reached.get());
    }

    @Test
    void moreInChunksNeverReachesTheService() throws Exception {
        var reached = new AtomicInteger();
        tickets.does(request -> reached.incrementAndGet());

        assertProblem(send(desk(PATH).POST(chunked(random(MIB + 1)))), 413, "payload-too-large");
        assertProblem(send(desk(PATH).POST(chunked(random(6 * MIB)))), 413, "payload-too-large");

        assertEquals(0, reached.get());
    }

    @Test
    void aScannedPaperMayBringMore() throws Exception {
        byte[] body = random(MIB + MIB / 4);
        String paper = "/api/contracts/v1/agreements/7/files/" + "0".repeat(64);

        assertEquals(
                200, send(desk(paper).PUT(BodyPublishers.ofByteArray(body))).statusCode());
        assertArrayEquals(body, contracts.only().body());

        assertProblem(send(desk(paper).PUT(BodyPublishers.ofByteArray(random(8 * MIB + 1)))), 413, "payload-too-large");
        assertProblem(send(desk(paper).POST(BodyPublishers.ofByteArray(body))), 413, "payload-too-large");
    }

    @Test
    void aWebhookMayBringLess() throws Exception {
        byte[] body = random(256 << 10);

        assertEquals(200, send(bare(WEBHOOK).POST(chunked(body))).statusCode());
        assertArrayEquals(body, tickets.only().body());

        assertProblem(
                send(bare(WEBHOOK).POST(BodyPublishers.ofByteArray(random(body.length + 1)))),
                413,
                "payload-too-large");
        assertProblem(send(bare(WEBHOOK).POST(chunked(random(body.length + 1)))), 413, "payload-too-large");
    }

    @Test
    void aClientThatNeverEndsIsNotReadForEver() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send("POST " + PATH + " HTTP/1.1\r\nHost: g\r\nContent-Length: 999999999\r\n\r\n");
            assertEquals(401, BareSocket.status(wire.readUntil("}")));
            assertEquals("", wire.readToEnd());
        }
    }

    @Test
    void continueIsSaidToThoseWhoMaySend() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("POST", PATH) + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertEquals(100, BareSocket.status(wire.readUntil("\r\n\r\n")));
            wire.send("{}");
            assertEquals(200, BareSocket.status(wire.readUntil("\r\n\r\n")));
        }
        assertEquals("{}", new String(tickets.only().body(), StandardCharsets.US_ASCII));
    }

    @Test
    void continueIsNotSaidToTheOthers() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("POST", PATH) + "Expect: 100-continue\r\nContent-Length: " + (MIB + 1) + "\r\n\r\n");
            assertEquals(413, BareSocket.status(wire.readUntil("\r\n\r\n")));
        }
    }

    @Test
    void aClientThatStopsSendingIsToldSoAndNoServiceHeardOfIt() throws Exception {
        var reached = new AtomicInteger();
        tickets.does(request -> reached.incrementAndGet());
        for (String path : List.of(PATH, WEBHOOK)) {
            try (var wire = new BareSocket(gateway)) {
                wire.send(head("POST", path) + "Content-Length: 10\r\n\r\nhalf");
                String answer = wire.readToEnd();
                assertEquals(408, BareSocket.status(answer));
                assertTrue(answer.contains("problems/request-timeout"), answer);
            }
        }
        assertEquals(0, reached.get());
    }

    @Test
    void aBodyThatDripsIsCutOffThoughItNeverStops() throws Exception {
        var reached = new AtomicInteger();
        tickets.does(request -> reached.incrementAndGet());
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("POST", PATH) + "Transfer-Encoding: chunked\r\n\r\n");
            String answer = wire.dripUntilClosed("1\r\na\r\n", 100);
            assertEquals(408, BareSocket.status(answer), answer);
        }
        assertEquals(0, reached.get());
    }

    @Test
    void whatOneCallerSendsAtOnceLeavesMemoryForOthers() throws Exception {
        List<BareSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                var wire = new BareSocket(gateway);
                slow.add(wire);
                wire.send(head("POST", PATH) + "Content-Length: " + MIB + "\r\n\r\n" + "a".repeat(MIB - 1));
            }
            var refused = send(desk(PATH).POST(BodyPublishers.ofByteArray(random(MIB))));
            assertProblem(refused, 429, "too-many-requests");

            String other = Tokens.sign(Tokens.claims().subject("other"));
            assertEquals(
                    200,
                    send(bare(PATH)
                                    .header("Authorization", "Bearer " + other)
                                    .POST(BodyPublishers.ofByteArray(random(MIB))))
                            .statusCode());
        } finally {
            for (BareSocket wire : slow) {
                wire.close();
            }
        }
        await().atMost(10, SECONDS)
                .until(() -> send(desk(PATH).POST(BodyPublishers.ofByteArray(random(MIB))))
                                .statusCode()
                        == 200);
    }

    @Test
    void manySlowBodiesStandInNobodysWay() throws Exception {
        List<BareSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 250; i++) {
                var wire = new BareSocket(gateway);
                slow.add(wire);
                wire.send("POST " + WEBHOOK + " HTTP/1.1\r\nHost: g\r\nContent-Length: 100\r\n\r\nhalf");
            }
            assertEquals(200, get(PATH).statusCode());
            assertEquals(1, tickets.seen().size());
        } finally {
            for (BareSocket wire : slow) {
                wire.close();
            }
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
