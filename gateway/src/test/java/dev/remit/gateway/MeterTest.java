package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** However many methods and paths callers invent, they make no more than a few time series. */
@QuarkusTest
class MeterTest extends GatewayTest {

    @Inject
    MeterRegistry meters;

    @Test
    void inventedMethodsShareOneName() throws Exception {
        ask("BREW", "/nothing");
        ask("BREW", "/api/tickets/v1/tickets");
        int before = meters.getMeters().size();

        for (int i = 0; i < 200; i++) {
            ask("BREW" + i, "/nothing");
            ask("BREW" + i, "/api/tickets/v1/tickets");
        }

        assertEquals(before, meters.getMeters().size());
        assertTrue(meters.getMeters().stream()
                .map(meter -> String.valueOf(meter.getId().getTag("method")))
                .noneMatch(method -> method.startsWith("BREW")));
    }

    @Test
    void inventedPathsShareOneName() throws Exception {
        String[] shapes = {
            "/nothing-%d",
            "/docs/%%2e%%2e/q/%d",
            "//q/%d",
            "/%%7%d/x",
            "/x%d?y",
            "/a|%d",
            "/q/%d",
            "/api/x/%d",
            "/docs/%d",
            "/\u0085%d",
            "/api/tickets/v1/\u0085%d"
        };
        for (String shape : shapes) {
            ask("GET", shape.formatted(1));
            ask("POST", shape.formatted(1));
        }
        int before = meters.getMeters().size();

        for (int i = 2; i < 10; i++) {
            for (String shape : shapes) {
                ask("GET", shape.formatted(i));
                ask("POST", shape.formatted(i));
            }
        }

        assertEquals(before, meters.getMeters().size());
    }

    private void ask(String method, String path) throws Exception {
        String answer =
                BareSocket.exchange(gateway, method + " " + path + " HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n");
        assertTrue(BareSocket.status(answer) >= 400 && BareSocket.status(answer) < 500, path + ": " + answer);
        assertTrue(answer.getBytes(StandardCharsets.UTF_8).length < 2_000);
    }
}
