package dev.remit.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {

    @ParameterizedTest
    @CsvSource({
        "http://tickets, tickets, 80, false",
        "https://tickets/, tickets, 443, true",
        "http://127.0.0.1:8082, 127.0.0.1, 8082, false",
        "https://tickets.remit.svc:8443, tickets.remit.svc, 8443, true"
    })
    void anAddressIsAHostAndAPort(URI address, String host, int port, boolean tls) {
        var service = new Service("tickets", address);

        assertEquals(host, service.host());
        assertEquals(port, service.port());
        assertEquals(tls, service.tls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickets",
                "tickets:8082",
                "/tickets",
                "ftp://tickets",
                "http://tickets/base",
                "http://tickets?x",
                "http://tickets/#x",
                "http://user@tickets"
            })
    void anythingElseStopsTheStart(URI address) {
        assertThrows(IllegalArgumentException.class, () -> new Service("tickets", address));
    }
}
