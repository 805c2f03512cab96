package dev.remit.kit.app;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.remit.kit.trace.BackgroundWork;
import dev.remit.kit.trace.Trace;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Under which names work is followed from service to service, with a neighbour that remembers what it was sent. */
@QuarkusTest
class TraceTest extends KitTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private HttpServer neighbour;
    private SelfClient client;

    @BeforeEach
    void startNeighbour() throws IOException {
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", exchange -> {
            try (exchange) {
                received.add(exchange.getRequestHeaders());
                byte[] body = "{\"head\":7}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        neighbour.start();
        client = QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("http://127.0.0.1:" + neighbour.getAddress().getPort()))
                .build(SelfClient.class);
    }

    @AfterEach
    void stopNeighbour() {
        neighbour.stop(0);
    }

    @Test
    void aRequestGoesOnUnderTheNamesItCameWith() {
        List<Object> ids = new CopyOnWriteArrayList<>();
        GadgetResource.WHILE_MAKING.put("followed", () -> {
            client.head("none", 0);
            client.head("none", 0);
            ids.add(MDC.get("traceId"));
            ids.add(Trace.requestId());
        });
        try {
            sending(UUID.randomUUID(), "{\"name\":\"followed\"}")
                    .header("X-Request-Id", "case-7")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-00")
                    .header("tracestate", "vendor=1")
                    .post(GADGETS)
                    .then()
                    .statusCode(201)
                    .header("X-Request-Id", equalTo("case-7"));
        } finally {
            GadgetResource.WHILE_MAKING.remove("followed");
        }

        assertEquals(List.of(TRACE, "case-7"), ids);
        assertEquals(2, received.size());
        received.forEach(sent -> {
            assertEquals(List.of("case-7"), sent.get("X-Request-Id"));
            assertEquals(List.of("vendor=1"), sent.get("tracestate"));
            String parent = sent.getFirst("traceparent");
            assertTrue(parent.matches("00-" + TRACE + "-[0-9a-f]{16}-00"), parent);
            assertNotEquals("00-" + TRACE + "-00f067aa0ba902b7-00", parent);
        });
    }

    @Test
    void workOfOurOwnGoesOnUnderItsOwnNames() {
        String trace;
        String request;
        try (BackgroundWork work = BackgroundWork.begin("looking")) {
            client.head("none", 0);
            trace = (String) MDC.get("traceId");
            request = Trace.requestId();
            work.done();
        }
        try (BackgroundWork next = BackgroundWork.begin("looking")) {
            assertNotEquals(trace, MDC.get("traceId"));
            assertNotEquals(request, Trace.requestId());
            next.done();
        }

        assertTrue(trace.matches("[0-9a-f]{32}"), trace);
        Headers sent = received.getFirst();
        assertEquals(request, sent.getFirst("X-Request-Id"));
        assertTrue(sent.getFirst("traceparent").startsWith("00-" + trace + "-"), sent.getFirst("traceparent"));
    }
}
