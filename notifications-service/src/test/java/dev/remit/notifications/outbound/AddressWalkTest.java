package dev.remit.notifications.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.notifications.testing.Receiver;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Addresses that lead inside, in every spelling we know of; a listener on all addresses of this machine hears of none. */
class AddressWalkTest {
    /** By its form; it is given to nobody. */
    private static final String PUBLIC = "2000::1";

    /** Literal, so that no name server is asked; each is tried with the listener's port. */
    static final List<String> LITERALS = List.of(
            "127.0.0.1",
            "127.1.2.3",
            "127.255.255.254",
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "172.16.0.1",
            "172.31.255.254",
            "192.168.0.1",
            "192.168.255.254",
            "169.254.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.254",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.19.255.254",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "168.63.129.16",
            "[::]",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:169.254.169.254]",
            "[0:0:0:0:0:ffff:10.0.0.1]",
            "[::127.0.0.1]",
            "[::7f00:1]",
            "[::ffff:0:127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b::a9fe:a9fe]",
            "[64:ff9b:1::a00:1]",
            "[2002:7f00:1::]",
            "[2002:a9fe:a9fe::1]",
            "[2001:0:7f00:1::1]",
            "[2001:db8::1]",
            "[3fff::1]",
            "[2600::5efe:127.0.0.1]",
            "[2600::200:5efe:10.0.0.1]",
            "[fe80::1]",
            "[febf::1]",
            "[fec0::1]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[fd12:3456:789a::1]",
            "[ff02::1]",
            "[ff0e::1]",
            "[100::1]",
            "[4000::1]",
            "[5f00::1]");

    /** What some programs read as addresses, and what hides one. */
    static final List<String> SPELLINGS = List.of(
            "https://2130706433:%d/",
            "https://0x7f000001:%d/",
            "https://017700000001:%d/",
            "https://0177.0.0.1:%d/",
            "https://127.1:%d/",
            "https://127.0.1:%d/",
            "https://0x7f.0.0.1:%d/",
            "https://0x7f.0x0.0x0.0x1:%d/",
            "https://127.0.0.01:%d/",
            "https://127.0.0.1.:%d/",
            "https://00127.0.0.1:%d/",
            "https://127.0.0.256:%d/",
            "https://127.0.0.1.2:%d/",
            "https://0:%d/",
            "https://localhost.:%d/",
            "https://user@127.0.0.1:%d/",
            "https://hooks.example.com:443@127.0.0.1:%d/",
            "https://hooks.example.com#@127.0.0.1:%d/",
            "https://127.0.0.1\\@hooks.example.com:%d/",
            "https://[fe80::1%%25lo]:%d/",
            "https://[::1:%d/",
            "https://\uFF11\uFF12\uFF17.0.0.1:%d/",
            "https://\u2460\u2461\u2466.\u24EA.\u24EA.\u2460:%d/",
            "https://127\u30020\u30020\u30021:%d/",
            "http://hooks.example.com:%d/",
            "ftp://127.0.0.1:%d/",
            "file:///etc/passwd?%d",
            "gopher://127.0.0.1:%d/",
            "//127.0.0.1:%d/",
            "127.0.0.1:%d",
            "https:///hooks?%d",
            "https://:%d/");

    /** What a name may lead to: where one of its addresses is private, none is taken. */
    static final List<List<String>> NAMES = List.of(
            List.of("127.0.0.1"),
            List.of("10.0.0.7"),
            List.of("169.254.169.254"),
            List.of("::1"),
            List.of("fd00::1"),
            List.of("::ffff:127.0.0.1"),
            List.of("64:ff9b::7f00:1"),
            List.of(PUBLIC, "127.0.0.1"),
            List.of("127.0.0.1", PUBLIC));

    static final List<String> OUTSIDE = Stream.of(
                    "1.1.1.1",
                    "9.255.255.255",
                    "11.0.0.0",
                    "100.63.255.255",
                    "100.128.0.0",
                    "172.15.255.255",
                    "172.32.0.0",
                    "192.167.255.255",
                    "192.169.0.0",
                    "223.255.255.255",
                    "[2600::1]",
                    "[2a00:1450:4001::1]",
                    "[2001:200::1]",
                    "[::ffff:1.1.1.1]")
            .toList();

    private final Receiver inside = new Receiver(Receiver.status(200));

    @AfterEach
    void nobodyCame() {
        int connections = inside.connections();
        inside.close();
        assertEquals(0, connections, "somebody got in");
    }

    @Test
    void thereAreSixtyAndMore() {
        List<String> all = Stream.concat(LITERALS.stream(), SPELLINGS.stream()).toList();
        assertTrue(all.stream().distinct().count() >= 60);
    }

    @ParameterizedTest
    @FieldSource("LITERALS")
    void noLiteralLeadsInside(String host) {
        for (String scheme : List.of("https", "http")) {
            refused(Outbound::nobody, scheme + "://" + host + ":" + inside.port() + "/hooks");
        }
    }

    @ParameterizedTest
    @FieldSource("SPELLINGS")
    void noSpellingLeadsInside(String form) {
        refused(Outbound.always("127.0.0.1"), form.formatted(inside.port()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void noNameLeadsInside(List<String> addresses) {
        refused(
                Outbound.always(addresses.toArray(String[]::new)),
                "https://hooks.example.com:" + inside.port() + "/hooks");
    }

    @Test
    void theMachinesOwnNamesLeadNowhere() throws Exception {
        SystemResolver names = new SystemResolver();
        for (String name : List.of("localhost", InetAddress.getLocalHost().getHostName())) {
            refused(names, "https://" + name + ":" + inside.port() + "/");
        }
        names.stop();
    }

    /** The second answer of the name server would lead inside; it is never asked for. */
    @Test
    void aNameThatChangesIsNotAskedASecondTime() {
        AtomicInteger asked = new AtomicInteger();
        NameResolver changing = name -> List.of(Outbound.literal(asked.incrementAndGet() == 1 ? PUBLIC : "127.0.0.1"));
        OutboundClient client = Outbound.client(changing);
        assertThrows(
                OutboundFailure.class,
                () -> client.post("https://localhost:" + inside.port() + "/hooks", Map.of(), "{}"));
        client.stop();
        assertEquals(1, asked.get());
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        for (int status : List.of(301, 302, 303, 307, 308)) {
            String location = "Location: " + inside.address() + "\r\nContent-Length: 0";
            try (Receiver outside = new Receiver((request, out) -> Receiver.head(out, status, location, ""))) {
                OutboundClient client = Outbound.client(Outbound::nobody, outside.hostAndPort());
                assertEquals(
                        status, client.post(outside.address(), Map.of(), "{}").status());
                client.stop();
                assertEquals(1, outside.received().size());
            }
        }
    }

    /** Without this, a guard that lets nobody out would pass as well. */
    @ParameterizedTest
    @FieldSource("OUTSIDE")
    void whatIsPublicMayBeCalled(String host) throws Exception {
        Guard guard = Outbound.guard(Outbound::nobody);
        assertEquals(1, guard.addresses(guard.fit("https://" + host + "/hooks")).size());
    }

    private static void refused(NameResolver names, String address) {
        OutboundClient client = Outbound.client(names);
        assertThrows(UnfitTarget.class, () -> client.post(address, Map.of(), "{}"), address);
        client.stop();
    }
}
