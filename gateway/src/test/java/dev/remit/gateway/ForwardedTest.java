package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a request comes from is what a trusted proxy says, and of what it passes on only what such a proxy wrote. */
@QuarkusTest
class ForwardedTest extends GatewayTest {

    private static final String STRANGER = "127.0.0.1";
    private static final String WEBHOOK = "/api/tickets/v1/connections/7/webhook";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "203.0.113.9 > 203.0.113.9",
                "6.6.6.6, 203.0.113.9 > 203.0.113.9",
                "6.6.6.6,203.0.113.9,127.0.1.7 > 203.0.113.9",
                "6.6.6.6, 127.0.1.7 , 127.0.1.8 > 6.6.6.6",
                "6.6.6.6, nonsense > 127.0.0.2",
                "203.0.113.9, , > 203.0.113.9",
                "localhost > 127.0.0.2",
                "2001:db8::1 > 2001:db8:0:0:0:0:0:1"
            })
    void aTrustedProxySaysWhoSentIt(String told, String believed) throws Exception {
        MultiMap received = sent(GatewayWorld.PROXY, "X-Forwarded-For: " + told);

        assertEquals(List.of(believed), received.getAll("X-Forwarded-For"));
    }

    @Test
    void whatAProxyAddedInAFieldOfItsOwnIsReadAsTheLast() throws Exception {
        MultiMap received = sent(GatewayWorld.PROXY, "X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 203.0.113.9");

        assertEquals(List.of("203.0.113.9"), received.getAll("X-Forwarded-For"));
    }

    @Test
    void whereTheProxySaysNothingItIsTheSender() throws Exception {
        MultiMap received = sent(GatewayWorld.PROXY);

        assertEquals(List.of(GatewayWorld.PROXY), received.getAll("X-Forwarded-For"));
        assertEquals(List.of("http"), received.getAll("X-Forwarded-Proto"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {"https > https", "http, https > https", "gopher > http", "https, > https"})
    void aTrustedProxySaysHowItWasSent(String told, String believed) throws Exception {
        MultiMap received = sent(GatewayWorld.PROXY, "X-Forwarded-Proto: " + told);

        assertEquals(List.of(believed), received.getAll("X-Forwarded-Proto"));
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        MultiMap received = sent(STRANGER, "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https");

        assertEquals(List.of(STRANGER), received.getAll("X-Forwarded-For"));
        assertEquals(List.of("http"), received.getAll("X-Forwarded-Proto"));
    }

    @Test
    void callbacksThroughAProxyShareByTheirSender() throws Exception {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        tickets.does(waiting::add);
        int most = ConfigProvider.getConfig().getValue("remit.gateway.webhooks-per-source", int.class);
        List<BareSocket> callers = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            callers.add(callback(GatewayWorld.PROXY, "203.0.113.1"));
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == most);

        callers.add(callback(GatewayWorld.PROXY, "198.51.100.7, 203.0.113.1"));
        assertEquals(429, BareSocket.status(callers.getLast().readUntil("}")));
        callers.add(callback(GatewayWorld.PROXY, "203.0.113.2"));
        callers.add(callback(STRANGER, "203.0.113.1"));
        await().atMost(10, SECONDS).until(() -> waiting.size() == most + 2);

        for (BareSocket caller : callers) {
            caller.close();
        }
    }

    private BareSocket callback(String from, String forwardedFor) throws Exception {
        BareSocket wire = new BareSocket(gateway, from);
        wire.send("POST " + WEBHOOK + " HTTP/1.1\r\nHost: g\r\nX-Forwarded-For: " + forwardedFor
                + "\r\nContent-Length: 2\r\n\r\n{}");
        return wire;
    }

    /** What the service receives of a request with these fields from this address. */
    private MultiMap sent(String from, String... fields) throws Exception {
        try (var wire = new BareSocket(gateway, from)) {
            wire.send(head("GET", "/api/tickets/v1/tickets") + "Connection: close\r\n"
                    + String.join(
                            "",
                            List.of(fields).stream()
                                    .map(field -> field + "\r\n")
                                    .toList()) + "\r\n");
            assertEquals(200, BareSocket.status(wire.readToEnd()));
        }
        return tickets.only().headers();
    }
}
