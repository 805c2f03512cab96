package dev.remit.notifications.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.notifications.testing.OwnCertificate;
import dev.remit.notifications.testing.Receiver;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection goes to an address that was looked at, and the certificate is held against the name all the same. */
class TlsTest {
    @TempDir
    Path folder;

    private Receiver receiver;
    private Buffer certificate;

    @BeforeEach
    void listen() throws Exception {
        OwnCertificate own = new OwnCertificate(folder, "dns:hooks.test");
        certificate = Buffer.buffer(Files.readAllBytes(own.pem()));
        receiver = new Receiver(
                Receiver.status(200), own.server().getServerSocketFactory().createServerSocket(0));
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    @Test
    void theNameIsAskedForAndVerified() throws Exception {
        OutboundClient client = Outbound.believing(certificate, Outbound.always("127.0.0.1"), "hooks.test");
        assertEquals(200, client.post(address("hooks.test"), Map.of(), "{}").status());
        client.stop();
        assertEquals("hooks.test", receiver.received().getFirst().serverName());
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() {
        OutboundClient client =
                Outbound.believing(certificate, Outbound.always("127.0.0.1"), "other.test", "127.0.0.1");
        for (String host : List.of("other.test", "127.0.0.1")) {
            refused(client, host);
        }
        client.stop();
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() {
        OutboundClient client = Outbound.client(Outbound.always("127.0.0.1"), "hooks.test");
        refused(client, "hooks.test");
        client.stop();
    }

    private void refused(OutboundClient client, String host) {
        OutboundFailure failure = assertThrows(OutboundFailure.class, () -> client.post(address(host), Map.of(), "{}"));
        assertEquals("TLS could not be agreed on, or the certificate is not that of the host.", failure.getMessage());
        assertEquals(List.of(), receiver.received());
    }

    private String address(String host) {
        return "https://" + host + ":" + receiver.port() + "/hooks";
    }
}
