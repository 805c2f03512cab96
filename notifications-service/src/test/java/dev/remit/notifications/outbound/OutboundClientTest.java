package dev.remit.notifications.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.notifications.testing.Receiver;
import dev.remit.notifications.testing.Receiver.Received;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls to a receiver that an operator has listed, over real sockets, however it behaves. */
class OutboundClientTest {
    private static final String BROKEN_OFF = "The connection broke off before an answer came.";

    private final Receiver receiver = new Receiver(Receiver.status(200));
    private final OutboundClient client =
            Outbound.client(Outbound::nobody, receiver.hostAndPort(), "hooks.test:" + receiver.port());

    @AfterEach
    void end() {
        client.stop();
        receiver.close();
    }

    @Test
    void aReceiverGetsWhatIsSent() throws Exception {
        String body = "{\"title\":\"Umzug nach Zürich\"}";
        OutboundAnswer answer = client.post(receiver.address() + "?a=%20b", Map.of("webhook-id", "w1"), body);
        assertEquals(200, answer.status());
        assertEquals("ok", answer.body());
        Received got = receiver.received().getFirst();
        assertEquals("/hooks?a=%20b", got.path());
        assertEquals(body, got.body());
        assertEquals("w1", got.field("webhook-id"));
        assertEquals("application/json", got.field("content-type"));
        assertEquals(receiver.hostAndPort(), got.field("host"));
        assertNull(got.field("traceparent"), "nobody outside needs our trace ids");
    }

    @Test
    void connectionsAreUsedAgain() throws Exception {
        for (int i = 0; i < 50; i++) {
            post();
        }
        assertTrue(receiver.connections() < 10, "an idle one was left aside");
    }

    @Test
    void aNameThatIsListedMayLeadInside() throws Exception {
        OutboundClient named = Outbound.client(Outbound.always("127.0.0.1"), "hooks.test");
        String address = "http://HOOKS.test:" + receiver.port() + "/";
        assertEquals(200, named.post(address, Map.of(), "{}").status());
        named.stop();
        assertEquals(
                "hooks.test:" + receiver.port(), receiver.received().getFirst().field("host"));
    }

    @Test
    void anotherPortOfAListedHostIsNotListed() {
        try (Receiver other = new Receiver(Receiver.status(200))) {
            assertThrows(UnfitTarget.class, () -> client.post(other.address(), Map.of(), "{}"));
            assertEquals(0, other.connections());
        }
    }

    @Test
    void theNextAddressOfANameIsTriedWhereOneDoesNotConnect() throws Exception {
        OutboundClient named = Outbound.client(
                name -> List.of(Outbound.literal("127.255.255.255"), Outbound.literal("127.0.0.1")), "hooks.test");
        String address = "http://hooks.test:" + receiver.port() + "/";
        assertEquals(200, named.post(address, Map.of(), "{}").status());
        named.stop();
        assertEquals(1, receiver.connections());
    }

    @Test
    void oneThatHangsIsGivenUp() {
        receiver.become((request, out) -> Thread.sleep(60_000));
        assertEquals("No answer came in time.", failure());
        assertEquals(1, receiver.received().size(), "it is not sent a second time");
    }

    @Test
    void oneThatBreaksOffIsAFailure() {
        receiver.become((request, out) -> out.close());
        assertEquals(BROKEN_OFF, failure());
        receiver.become((request, out) -> breakOffAfter(out, "HTTP/1.1 20"));
        assertEquals(BROKEN_OFF, failure());
        receiver.become((request, out) -> breakOffAfter(out, "hello\r\n\r\n"));
        assertEquals(BROKEN_OFF, failure());
    }

    @Test
    void oneWhoseStatusCameHasAnswered() throws Exception {
        receiver.become((request, out) -> {
            Receiver.head(out, 200, "Content-Length: 1000", "begun");
            out.close();
        });
        OutboundAnswer answer = post();
        assertEquals(200, answer.status());
        assertEquals("begun", answer.body());
        assertTrue(answer.cut());
    }

    @Test
    void oneThatDripsIsGivenUp() throws Exception {
        receiver.become((request, out) -> {
            Receiver.head(out, 200, "Content-Length: 1000", "");
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        });
        long began = System.nanoTime();
        assertTrue(post().cut());
        assertTrue(Duration.ofNanos(System.nanoTime() - began).compareTo(Outbound.LONGEST.plusSeconds(2)) < 0);
    }

    @Test
    void aHeadWithoutEndIsGivenUp() {
        receiver.become((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            for (int i = 0; i < 100_000; i++) {
                out.write(("X-Field-" + i + ": " + "x".repeat(100) + "\r\n").getBytes(UTF_8));
            }
        });
        assertEquals(BROKEN_OFF, failure());
    }

    @Test
    void aLargeAnswerIsCut() throws Exception {
        AtomicInteger written = new AtomicInteger();
        receiver.become((request, out) -> {
            Receiver.head(out, 500, "Transfer-Encoding: chunked", "");
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(UTF_8);
            for (int i = 0; i < 10_000; i++) {
                out.write(chunk);
                written.incrementAndGet();
            }
        });
        OutboundAnswer answer = post();
        assertEquals(500, answer.status());
        assertEquals(8 * 1024, answer.body().length());
        assertTrue(answer.cut());
        assertTrue(written.get() < 1_000, "all of it was read");
        receiver.become(Receiver.status(200));
        assertEquals("ok", post().body());
    }

    @Test
    void whatIsCompressedIsNotUnpacked() throws Exception {
        receiver.become(
                (request, out) -> Receiver.head(out, 200, "Content-Encoding: gzip\r\nContent-Length: 4", "gzip"));
        assertEquals("gzip", post().body());
        assertNull(receiver.received().getFirst().field("accept-encoding"));
    }

    @Test
    void whereNobodyListensIsAFailure() {
        receiver.close();
        assertEquals("No connection could be made.", failure());
    }

    @Test
    void aNameThatNobodyKnowsIsAFailure() {
        String address = "http://hooks.test:" + receiver.port() + "/";
        assertThrows(OutboundFailure.class, () -> client.post(address, Map.of(), "{}"));
    }

    private static void breakOffAfter(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.close();
    }

    private OutboundAnswer post() throws UnfitTarget, OutboundFailure {
        return client.post(receiver.address(), Map.of(), "{}");
    }

    private String failure() {
        return assertThrows(OutboundFailure.class, this::post).getMessage();
    }
}
