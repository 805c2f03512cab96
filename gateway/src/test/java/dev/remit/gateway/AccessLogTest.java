package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessLogTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";

    private final Logger log = Logger.getLogger("dev.remit.gateway.access");
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler keeper = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry instanceof ExtLogRecord extended ? extended.getFormattedMessage() : entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(keeper);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(keeper);
    }

    @Test
    void aRequestIsOneLineWithoutItsSecrets() throws Exception {
        String token = Tokens.desk();

        send(bare(PATH + "?secret=1").header("Authorization", "Bearer " + token).header("X-Request-Id", "line-1"));

        String line = only();
        assertTrue(
                line.matches(
                        "requestId=line-1 tenant=" + Tokens.TENANT + " route=tickets method=GET status=200 ms=\\d+"),
                line);
        assertTrue(!line.contains(token) && !line.contains("secret"));
    }

    @Test
    void refusalsAreLoggedToo() throws Exception {
        send(bare(PATH));
        assertTrue(only().contains("tenant=- route=tickets method=GET status=401"), only());
    }

    @Test
    void aServicesTokenIsLoggedAsRefused() throws Exception {
        send(bare(PATH).header("Authorization", "Bearer " + Tokens.ofRole("service")));
        assertTrue(only().contains("route=tickets method=GET status=403"), only());
    }

    @Test
    void webhooksAndPagesHaveNamesOfTheirOwn() throws Exception {
        send(bare("/api/tickets/v1/connections/7/webhook").POST(BodyPublishers.ofString("{}")));
        assertTrue(only().contains("tenant=- route=webhook method=POST status=200"), only());

        lines.clear();
        send(bare("/docs"));
        assertTrue(only().contains("route=docs method=GET status=200"), only());
    }

    @Test
    void aClientThatLeftIsToldFromOneThatWasAnswered() throws Exception {
        var asked = new AtomicBoolean();
        tickets.does(request -> asked.set(true));
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("GET", PATH) + "\r\n");
            await().atMost(10, SECONDS).untilTrue(asked);
        }
        assertTrue(only().contains("status=499 broken-off"), only());
    }

    @Test
    void anAnswerThatBrokeOffIsToldFromAWholeOne() {
        tickets.does(
                request -> request.response().setChunked(true).write("half").onComplete(written -> request.connection()
                        .close()));

        assertThrows(IOException.class, () -> send(bare(PATH).header("Authorization", "Bearer " + Tokens.desk())));

        assertTrue(only().contains("route=tickets method=GET status=200 broken-off"), only());
    }

    @Test
    void aWarningCarriesTheIdsOfItsRequest() throws Exception {
        var warnings = new CopyOnWriteArrayList<Map<String, Object>>();
        var forwarding = Logger.getLogger("dev.remit.gateway.proxy.ForwardedRequest");
        var collector = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                warnings.add(Map.copyOf(MDC.getMap()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        forwarding.addHandler(collector);
        try {
            tickets.does(request -> request.connection().close());
            var trace = "00-11111111111111111111111111111111-2222222222222222-01";
            send(desk(PATH).header("X-Request-Id", "warned-1").header("traceparent", trace));
            await().atMost(10, SECONDS).until(() -> !warnings.isEmpty());
        } finally {
            forwarding.removeHandler(collector);
        }
        Map<String, Object> ids = new HashMap<>(warnings.getFirst());
        ids.keySet().retainAll(Set.of("requestId", "tenant", "traceId"));
        assertEquals(Map.of("requestId", "warned-1", "tenant", Tokens.TENANT, "traceId", "1".repeat(32)), ids);
    }

    private String only() {
        await().atMost(10, SECONDS).until(() -> !lines.isEmpty());
        assertEquals(1, lines.size(), lines.toString());
        return lines.getFirst();
    }
}
