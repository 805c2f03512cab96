package dev.remit.notifications.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.notifications.testing.Receiver;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection goes to an address that was looked at, and the certificate is held against the name all the same. */
class TlsTest {
    private static final String PASSWORD = "of a test";

    @TempDir
    Path folder;

    private Receiver receiver;
    private Buffer certificate;

    @BeforeEach
    void listen() throws Exception {
        Path pem = folder.resolve("hooks.crt");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=hooks.test", "-ext", "san=dns:hooks.test");
        keytool("-exportcert", "-rfc", "-file", pem.toString());
        certificate = Buffer.buffer(Files.readAllBytes(pem));
        receiver = new Receiver(Receiver.status(200), socket());
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

    private ServerSocket socket() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("hooks.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0);
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", folder.resolve("hooks.p12").toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, keytool.waitFor(), said);
    }
}
