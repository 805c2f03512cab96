package dev.remit.tickets.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.psa.connectwise.CallbackSignature;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a stranger can make the open door read and keep. Spoken over bare sockets, since clients finish their bodies. */
@QuarkusTest
class UnsignedCallbackTest extends TicketsTest {
    private static final int LIMIT = 256 * 1024;

    @Test
    void aBodyOverTheLimitIsRefusedWhetherItTellsItsLengthOrNot() throws IOException {
        Msp msp = Msp.sandbox("2026-06-11T20:10:00Z");
        try (Caller caller = new Caller(msp.connectionId, "Content-Length: " + (LIMIT + 1))) {
            assertEquals("413", caller.status());
        }
        try (Caller caller = new Caller(msp.connectionId, "Transfer-Encoding: chunked")) {
            caller.send(Integer.toHexString(LIMIT + 1) + "\r\n" + "x".repeat(LIMIT + 1) + "\r\n");
            assertEquals("413", caller.status());
        }
    }

    @Test
    void anEmptyChunkedBodyIsAnsweredAtOnce() throws IOException {
        Msp msp = Msp.sandbox("2026-06-11T20:10:00Z");
        try (Caller caller = new Caller(msp.connectionId, "Transfer-Encoding: chunked")) {
            caller.send("0\r\n\r\n");
            assertEquals("202", caller.status());
        }
    }

    @Test
    void aCallbackThatIsSentAgainChangesNothing() throws IOException {
        Msp msp = Msp.sandbox("2026-06-11T20:10:00Z");
        byte[] body = """
                {"ID":1,"Type":"company","Action":"updated","Entity":"{}"}""".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            try (Caller caller = new Caller(msp.connectionId, "Content-Length: " + body.length, body)) {
                caller.send(new String(body, StandardCharsets.UTF_8));
                assertEquals("200", caller.status());
            }
        }
    }

    /** A connection with a request under way. */
    private static final class Caller implements AutoCloseable {
        private static final int PATIENCE_MILLIS = 10_000;

        private final Socket socket;

        private Caller(String connection, String framing) throws IOException {
            this(connection, framing, new byte[0]);
        }

        private Caller(String connection, String framing, byte[] signed) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            send("POST " + Msp.API + "/connections/" + connection + "/webhook HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\n" + CallbackSignature.HEADER + ": "
                    + CallbackSignature.of(signed, Msp.SIGNING_KEY) + "\r\n" + framing + "\r\n\r\n");
        }

        private void send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        private String status() throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return in.readLine().split(" ")[1];
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
