package dev.remit.kit.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a body may do to a service, byte by byte: nothing but be read. */
@QuarkusTest
class BodyTest extends KitTest {
    private static final int PATIENCE_MILLIS = 15_000;
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private final String token =
            TestTokens.as("owner").tenant(TestTenants.fresh()).token();

    @Test
    void anEmptyChunkedBodyIsABody() throws IOException {
        String answer = send(CHUNKED, "0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("problems/validation"), answer);
    }

    @Test
    void aChunkedBodyIsReadToItsEnd() throws IOException {
        String answer = send(CHUNKED, "8\r\n{\"name\":\r\n4\r\n\"a\"}\r\n0\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
    }

    @Test
    void aBodyThatDripsIsGivenUpAfterSecondsWhetherItsLengthIsToldOrNot() throws IOException {
        for (String framing : List.of("Content-Length: 500", CHUNKED)) {
            long began = System.nanoTime();
            String answer = send(framing, framing.equals(CHUNKED) ? "1\r\n{\r\n" : "{");
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertTrue(answer.contains("problems/request-timeout"), answer);
            assertTrue(System.nanoTime() - began < 8_000_000_000L, "within seconds");
        }
    }

    @Test
    void aChunkedBodyThatIsTooLargeIsRefused() throws IOException {
        String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
        String answer = send(CHUNKED, chunk.repeat(20));
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    }

    @Test
    void threeHundredSlowBodiesHoldUpNobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int sender = 0; sender < 300; sender++) {
                Socket socket = connect();
                slow.add(socket);
                socket.getOutputStream().write(head("Content-Length: 500").getBytes(StandardCharsets.ISO_8859_1));
            }
            long began = System.nanoTime();
            String answer = send(CHUNKED, "0\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(System.nanoTime() - began < 5_000_000_000L, "at once");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private String send(String framing, String body) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head(framing).getBytes(StandardCharsets.ISO_8859_1));
            try {
                socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Refused before all was sent.
            }
            return answer(socket);
        }
    }

    private String head(String framing) {
        return "POST " + GADGETS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + System.nanoTime()
                + "\r\nContent-Type: application/json\r\n" + framing + "\r\n\r\n";
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The head of the answer and what came with it. */
    private static String answer(Socket socket) {
        byte[] bytes = new byte[8192];
        StringBuilder text = new StringBuilder();
        try {
            while (text.indexOf("\r\n\r\n") < 0 || text.indexOf("}", text.indexOf("\r\n\r\n")) < 0) {
                int read = socket.getInputStream().read(bytes);
                if (read < 0) {
                    break;
                }
                text.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(text.toString(), e);
        }
    }
}
