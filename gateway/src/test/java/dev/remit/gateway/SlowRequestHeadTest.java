package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A request's head comes within its time, or its connection ends. */
@QuarkusTest
class SlowRequestHeadTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";

    @Test
    void headerFieldsThatDripAreCutOff() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send("GET " + PATH + " HTTP/1.1\r\nHost: g\r\nX: ");
            String answer = wire.dripUntilClosed("a", 100);
            assertEquals(408, BareSocket.status(answer), answer);
        }
    }

    @Test
    void soAreThoseOfALaterRequest() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("GET", PATH) + "\r\n");
            assertEquals(200, BareSocket.status(wire.readUntil("}")));
            wire.send("GET " + PATH + " HTTP/1.1\r\n");
            String answer = wire.readToEnd();
            assertEquals(408, BareSocket.status(answer), answer);
            assertTrue(answer.contains("problems/request-timeout"), answer);
            assertTrue(answer.contains("X-Request-Id"), answer);
        }
    }

    @Test
    void aConnectionThatSaysNothingEndsWithoutAWord() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            assertEquals("", wire.readToEnd());
        }
    }

    @Test
    void aConnectionBetweenTwoRequestsMayWait() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            wire.send(head("GET", PATH) + "\r\n");
            assertEquals(200, BareSocket.status(wire.readUntil("}")));
            // Another's time for a head, which began later, is over.
            assertEquals(408, BareSocket.status(BareSocket.exchange(gateway, "GET " + PATH + " HTTP/1.1\r\n")));
            wire.send(head("GET", PATH) + "\r\n");
            assertEquals(200, BareSocket.status(wire.readUntil("}")));
        }
    }
}
