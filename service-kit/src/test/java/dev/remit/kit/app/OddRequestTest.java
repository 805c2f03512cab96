package dev.remit.kit.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client of ours sends: it is refused, writes no stack trace and makes no meter. */
@QuarkusTest
class OddRequestTest extends KitTest {
    private final List<String> traces = new CopyOnWriteArrayList<>();
    private final Handler watcher = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getThrown() != null) {
                traces.add(line.getMessage() + ": " + line.getThrown());
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void watch() {
        Logger.getLogger("").addHandler(watcher);
    }

    @AfterEach
    void stopWatching() {
        Logger.getLogger("").removeHandler(watcher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS * HTTP/1.1\r\nHost: x",
                "PRI * HTTP/2.0",
                "GET /api/gadgets/v1/gadgets HTTP/1.1\r\nHost: a b",
                "GET /api/gadgets/v1/gadgets HTTP/1.1\r\nHost: a:b:c",
                "GET /api/gadgets/v1/gadgets HTTP/1.1",
                "GET api HTTP/1.1\r\nHost: x",
                "GET ?x HTTP/1.1\r\nHost: x",
                "BREW /api/gadgets/v1/gadgets HTTP/1.1\r\nHost: x"
            })
    void isRefusedWithoutAStackTrace(String head) throws IOException {
        String answer = send(head);
        assertTrue(answer.matches("(?s)HTTP/[12].[01] (4..|501|505) .*"), head + ": " + answer);
        assertEquals(List.of(), traces);
    }

    @Test
    void unknownMethodsShareOneLabel() throws IOException {
        for (int number = 0; number < 20; number++) {
            send("BREW" + number + " /api/gadgets/v1/gadgets HTTP/1.1\r\nHost: x");
        }
        String metrics = Management.get("/q/metrics").asString();
        assertFalse(metrics.contains("BREW"), "a method of the caller's is a label");
        assertTrue(metrics.contains("method=\"OTHER\""), "unknown methods are measured");
    }

    private static String send(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
