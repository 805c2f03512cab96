package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.stack.StackPorts.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    @Test
    void namesEachTakenPortInALineOfItsOwn() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(0, 1, loopback)) {
            Map<String, Integer> wanted = new LinkedHashMap<>();
            wanted.put("REMIT_GATEWAY_PORT", first.getLocalPort());
            wanted.put("REMIT_TICKETS_PORT", Ports.free(1).getFirst());
            wanted.put("REMIT_MYSQL_PORT", second.getLocalPort());
            List<String> lines = assertThrows(StackException.class, () -> Ports.requireFree(wanted))
                    .getMessage()
                    .lines()
                    .toList();
            assertEquals(
                    List.of(
                            "Port " + first.getLocalPort()
                                    + " is taken: stop what listens there, or set REMIT_GATEWAY_PORT to another port",
                            "Port " + second.getLocalPort()
                                    + " is taken: stop what listens there, or set REMIT_MYSQL_PORT to another port"),
                    lines);
        }
    }

    @Test
    void givesDifferentPortsThatCanBeUsed() {
        List<Integer> ports = Ports.free(6);
        assertEquals(6, new HashSet<>(ports).size());
        Map<String, Integer> wanted = new LinkedHashMap<>();
        ports.forEach(port -> wanted.put("port " + port, port));
        assertDoesNotThrow(() -> Ports.requireFree(wanted));
    }

    @Test
    void takesTheDocumentedPortsUnlessTold() {
        assertEquals(
                new StackPorts(
                        new Listener(8080, 9080),
                        8180,
                        13_025,
                        new Listener(8081, 9081),
                        new Listener(8082, 9082),
                        new Listener(8083, 9083),
                        new Listener(8085, 9085),
                        13_306,
                        List.of()),
                StackPorts.fromEnvironment(Map.of()));
        StackPorts told = StackPorts.fromEnvironment(Map.of(
                "REMIT_GATEWAY_PORT", "9000", "REMIT_GATEWAY_MANAGEMENT_PORT", "9001", "REMIT_MYSQL_PORT", " 3306 "));
        assertEquals(new Listener(9000, 9001), told.gateway());
        assertEquals(3306, told.mysql());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "8080;"})
    void refusesWhatIsNoPort(String text) {
        String message = assertThrows(
                        StackException.class, () -> StackPorts.fromEnvironment(Map.of("REMIT_BILLING_PORT", text)))
                .getMessage();
        assertEquals("REMIT_BILLING_PORT must be 1 to 65535, was " + text, message);
    }
}
