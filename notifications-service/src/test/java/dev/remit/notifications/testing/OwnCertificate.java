package dev.remit.notifications.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that a server made for itself, and that only whoever is given it believes. */
public final class OwnCertificate {
    private static final String PASSWORD = "of a test";

    private final Path keys;
    private final Path pem;

    /**
     * @param folder where its files are made
     * @param subject such as {@code dns:hooks.test} or {@code ip:127.0.0.1}
     */
    public OwnCertificate(Path folder, String subject) {
        String name = subject.replaceAll("[^a-z0-9]", "-");
        keys = folder.resolve(name + ".p12");
        pem = folder.resolve(name + ".crt");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=" + subject);
        keytool("-exportcert", "-rfc", "-file", pem.toString());
    }

    /** The certificate alone. */
    public Path pem() {
        return pem;
    }

    /** For the server's sockets. */
    public SSLContext server() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
