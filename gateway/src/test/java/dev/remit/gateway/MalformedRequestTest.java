package dev.remit.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are none get a proper answer, reach no service and leave no more than a line. */
@QuarkusTest
class MalformedRequestTest extends GatewayTest {

    private final Logger root = Logger.getLogger("");
    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final Handler keeper = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null) {
                traces.add(entry.getLoggerName() + ": " + entry.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.addHandler(keeper);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(keeper);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "GET /api/contracts/v1/clients HTTP/1.1 > 400",
                "GET /api/contracts/v1/clients HTTP/1.1~Host: a b > 400",
                "GET /api/contracts/v1/clients HTTP/1.1~Host: a:b:c > 400",
                "GET /api/contracts/v1/clients HTTP/1.1~Host: é > 400",
                "GET /api/contracts/v1/clients HTTP/1.1~Host: > 400",
                "GET /api/contracts/v1/clients HTTP/1.1~Host: a~Host: a > 400",
                "GET /nothing HTTP/1.1~Host: user@g > 400",
                "GET /nothing HTTP/1.1~Host: g/docs > 400",
                "GET /nothing HTTP/1.1~Host: g?x > 400",
                "GET /nothing HTTP/1.1~Host: g#x > 400",
                "GET /nothing HTTP/1.1~Host: [::1 > 400",
                "GET /nothing HTTP/1.1~Host: g:99999 > 400",
                "GET /nothing HTTP/1.1~Host: [::1]:8080 > 404",
                "GET /nothing HTTP/1.1 > 400",
                "GET api HTTP/1.1~Host: g > 400",
                "GET ?x HTTP/1.1~Host: g > 400",
                "GET ftp://g/api HTTP/1.1~Host: g > 400",
                "OPTIONS * HTTP/1.1~Host: g > 400",
                "CONNECT g:443 HTTP/1.1~Host: g > 400",
                "PRI * HTTP/2.0~~SM > 400",
                "GET /nothing HTTP/2.0~Host: g > 400",
                "GET /nothing HTTP/1.2~Host: g > 400",
                "GET /nothing HTTP/9.9~Host: g > 400",
                "GET /nothing > 400",
                "GET / HTTP/1.1~Host: g~Bad Name: x > 400",
                "GET // HTTP/1.1~Host: g > 400",
                "GET /nothing?a|b HTTP/1.1~Host: g > 400",
                "GET /nothing?%zz HTTP/1.1~Host: g > 400",
                "GET http:///nothing HTTP/1.1~Host: g > 404",
                "BREW /nothing HTTP/1.1~Host: g > 405",
                "BREW / HTTP/1.1~Host: g > 405",
                "CONNECT /nothing HTTP/1.1~Host: g > 405",
                "TRACE /docs HTTP/1.1~Host: g > 405",
                "POST /docs HTTP/1.1~Host: g > 405",
                "OPTIONS /q/metrics HTTP/1.1~Host: g > 404",
                "HEAD * HTTP/1.1~Host: g > 400",
                "GET * HTTP/1.1~Host: g > 400",
                "DELETE / HTTP/1.1~Host: g > 405",
                "OPTIONS /nothing HTTP/1.1~Host: g > 404",
                "OPTIONS /api/tickets/v1/nothing HTTP/1.1~Host: g > 404",
                "GET /api/tickets/v1/%zz HTTP/1.1~Host: g > 400",
                "GET /api/tickets/v1/a|b HTTP/1.1~Host: g > 400"
            })
    void isAnsweredInFull(String request, int status) throws Exception {
        String answer = BareSocket.exchange(gateway, request.replace("~", "\r\n") + "\r\nConnection: close\r\n\r\n");

        assertAnswered(status, answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 3_000, 3_200, 8_000})
    void aLongPathIsAPath(int length) throws Exception {
        for (String place : List.of("/api/", "/api/x/")) {
            String answer = BareSocket.exchange(
                    gateway, "GET " + place + "a".repeat(length) + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");

            assertAnswered(404, answer);
        }
    }

    @Test
    void aKeyOfAThousandCharactersOfFourBytesIsTooLong() throws Exception {
        String key = "%F0%9F%98%80".repeat(1_000);
        assertAnswered(
                414,
                BareSocket.exchange(
                        gateway, "PUT /api/tickets/v1/tickets/by-ref/cw/" + key + " HTTP/1.1\r\nHost: g\r\n\r\n"));
        String bytes = new String("\uD83D\uDE00".repeat(1_000).getBytes(UTF_8), ISO_8859_1);
        assertAnswered(
                400,
                BareSocket.exchange(
                        gateway,
                        "PUT /api/tickets/v1/tickets/by-ref/cw/" + bytes
                                + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void whatIsTooLongIsTold() throws Exception {
        assertAnswered(
                414,
                BareSocket.exchange(
                        gateway, "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: g\r\nX-Request-Id: long-1\r\n\r\n"));
        assertAnswered(
                431,
                BareSocket.exchange(gateway, "GET / HTTP/1.1\r\nHost: g\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi", "/docs", "/docs/swagger-ui.css", "/nothing", "/api/tickets/v1/tickets"})
    void headIsGetWithoutABody(String path) throws Exception {
        String asked =
                BareSocket.exchange(gateway, "GET " + path + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");
        String head =
                BareSocket.exchange(gateway, "HEAD " + path + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");

        assertEquals(BareSocket.status(asked), BareSocket.status(head), head);
        assertTrue(head.toLowerCase(Locale.ROOT).contains("x-request-id: "), head);
        assertTrue(head.endsWith("\r\n\r\n"), head);
    }

    @Test
    void anOldClientMayAskForThePages() throws Exception {
        assertEquals(200, BareSocket.status(BareSocket.exchange(gateway, "GET /docs HTTP/1.0\r\n\r\n")));
    }

    @Test
    void answersKeepTheOrderOfTheirRequests() throws Exception {
        String answer = BareSocket.exchange(gateway, "GET / HTTP/1.1\r\nHost: g\r\n\r\nGET / HTTP/1.1\r\n\r\n");

        assertEquals(303, BareSocket.status(answer), answer);
        assertTrue(answer.contains("HTTP/1.1 400"), answer);
    }

    @Test
    void whoAsksAndNeverReadsIsCutOff() throws Exception {
        String answer = BareSocket.exchangeUntilCutOff(
                gateway, "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: g\r\n\r\n".repeat(200));

        assertTrue(answer.split("HTTP/1.1 200", -1).length < 40, "answers to all");
    }

    private void assertAnswered(int status, String answer) {
        assertEquals(status, BareSocket.status(answer), answer);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        for (String field : List.of(
                "content-type: application/problem+json",
                "x-request-id: ",
                "x-content-type-options: nosniff",
                "cache-control: no-store")) {
            assertTrue(head.contains(field), answer);
        }
        assertEquals(List.of(), traces);
        assertTrue(contracts.seen().isEmpty() && tickets.seen().isEmpty());
    }
}
