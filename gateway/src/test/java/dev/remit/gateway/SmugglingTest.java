package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests whose end two readers could see in different places. */
@QuarkusTest
class SmugglingTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final String HIDDEN = "GET /internal/v1/feed HTTP/1.1\r\nHost: x\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 5",
                "Content-Length: 3, 5",
                "Content-Length: -1",
                "Content-Length: +3",
                "Content-Length: 0x3",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding:\u000bchunked",
                "Content-Length: 60\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Host: other",
                "Expect: 200-maybe",
                "Expect: 100-continue\r\nExpect: 100-continue",
                "Connection: content-length",
                "Connection: keep-alive, Transfer-Encoding",
                "Connection: host",
                "Content-Length : 3",
                "Transfer-Encoding : chunked",
                "Bad Name: x",
                "X: a\u0000b"
            })
    void doubtfulFramingIsRefused(String framing) throws Exception {
        String answer = BareSocket.exchange(
                gateway, head("POST", PATH) + framing + "\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n" + HIDDEN);

        assertEquals(400, BareSocket.status(answer), answer);
        assertEquals(1, answer.split("HTTP/1\\.1 \\d", -1).length - 1, answer);
        assertTrue(answer.contains("problems/bad-request"), answer);
        assertTrue(answer.contains("X-Request-Id"), answer);
        assertTrue(tickets.seen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100000003\r\nabc\r\n0\r\n\r\n",
                "10000000000000000000003\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\n1000000000000000\r\n\r\n",
                "100000000\r\n\r\n",
                " 3\r\nabc\r\n0\r\n\r\n",
                "\r\n3\r\nabc\r\n0\r\n\r\n",
                "-3\r\nabc\r\n0\r\n\r\n",
                "3\r\nabcd\r\n0\r\n\r\n",
                "zz\r\n"
            })
    void chunksThatAreNoneAreRefused(String body) throws Exception {
        String answer =
                BareSocket.exchange(gateway, head("POST", PATH) + "Transfer-Encoding: chunked\r\n\r\n" + body + HIDDEN);

        assertEquals(400, BareSocket.status(answer), answer);
        assertEquals(1, answer.split("HTTP/1\\.1 \\d", -1).length - 1, answer);
        assertTrue(answer.contains("problems/bad-request"), answer);
        assertTrue(tickets.seen().isEmpty());
    }

    @Test
    void chunksOfAnySizeArrive() throws Exception {
        String body = "5\r\nhello\r\n00001;name=value\r\n,\r\nA\r\n0123456789\r\n0\r\nX-End: 1\r\n\r\n";
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("POST", PATH) + "Transfer-Encoding: chunked\r\n\r\n" + body);
            assertEquals(200, BareSocket.status(wire.readUntil("}")));
            wire.send(head("POST", PATH) + "Transfer-Encoding: chunked\r\n\r\n");
            for (char c : body.toCharArray()) {
                wire.send(String.valueOf(c));
            }
            assertEquals(200, BareSocket.status(wire.readUntil("}")));
        }
        for (Upstream.Seen seen : tickets.seen()) {
            assertEquals("hello,0123456789", new String(seen.body(), StandardCharsets.US_ASCII));
        }
        assertEquals(2, tickets.seen().size());
    }

    @Test
    void equalLengthsAreOne() throws Exception {
        String answer = BareSocket.exchange(
                gateway, head("POST", PATH) + "Content-Length: 3\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");

        if (BareSocket.status(answer) == 200) {
            assertEquals(1, tickets.only().headers().getAll("Content-Length").size());
        } else {
            assertEquals(400, BareSocket.status(answer), answer);
            assertTrue(tickets.seen().isEmpty());
        }
    }

    @Test
    void capitalChunksAreChunks() throws Exception {
        String answer = BareSocket.exchange(
                gateway,
                head("POST", PATH) + "Transfer-Encoding: Chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n");

        assertEquals(200, BareSocket.status(answer), answer);
        assertEquals("abc", new String(tickets.only().body(), StandardCharsets.US_ASCII));
    }

    @Test
    void aRequestAfterARequestIsJudgedOnItsOwn() throws Exception {
        String answer = BareSocket.exchange(
                gateway,
                head("POST", PATH) + "Content-Length: 3\r\n\r\nabc" + head("GET", "/internal/v1/feed")
                        + "Connection: close\r\n\r\n");

        assertEquals(200, BareSocket.status(answer), answer);
        assertTrue(answer.contains("HTTP/1.1 404"), answer);
        assertEquals(PATH, tickets.only().uri());
    }

    @Test
    void oldHttpHasNoPlaceInTheApi() throws Exception {
        String answer = BareSocket.exchange(
                gateway,
                head("GET", PATH).replace("HTTP/1.1", "HTTP/1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

        assertEquals(400, BareSocket.status(answer), answer);
        assertTrue(tickets.seen().isEmpty());
    }

    @Test
    void aHeaderWithoutEndIsRefused() throws Exception {
        String answer = BareSocket.exchange(
                gateway, head("GET", PATH) + "X-Long: " + "a".repeat(20_000) + "\r\nConnection: close\r\n\r\n");

        assertEquals(431, BareSocket.status(answer), answer);
        assertTrue(tickets.seen().isEmpty());
    }

    @Test
    void anAddressWithoutEndIsRefused() throws Exception {
        String answer = BareSocket.exchange(
                gateway, head("GET", PATH + "?q=" + "a".repeat(10_000)) + "Connection: close\r\n\r\n");

        assertEquals(414, BareSocket.status(answer), answer);
        assertTrue(tickets.seen().isEmpty());
    }
}
