package dev.remit.notifications.testing;

import dev.remit.stack.Mail;
import dev.remit.stack.MailServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** A real mail server that encrypts and asks for a log-in, which can be away, or somebody else's. */
public class Mailbox implements QuarkusTestResourceLifecycleManager {
    private static final String USER = "remit";
    private static final String PASSWORD = "of the mail server";

    private static Path folder;
    private static int port;
    private static OwnCertificate certificate;
    private static MailServer server;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("mailbox");
            certificate = new OwnCertificate(Files.createTempDirectory("mail-server"), "ip:127.0.0.1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = 0;
        listen(certificate);
        port = server.port();
        return Map.of(
                "REMIT_SMTP_HOST",
                "127.0.0.1",
                "REMIT_SMTP_PORT",
                Integer.toString(port),
                "REMIT_SMTP_AUTH",
                "true",
                "REMIT_SMTP_USER",
                USER,
                "REMIT_SMTP_PASSWORD",
                PASSWORD,
                "quarkus.tls.mail.trust-store.pem.certs",
                certificate.pem().toString(),
                "REMIT_SMTP_FROM",
                "remit@remit.example",
                "REMIT_PUBLIC_URL",
                "https://remit.example");
    }

    private static void listen(OwnCertificate shown) {
        try {
            server = MailServer.secured(folder, port, shown.server(), USER, PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came for somebody, in the order of its coming. */
    public static List<Mail> of(String address) {
        return server.mails().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList();
    }

    /** Nobody answers until it is back. */
    public static void goesAway() {
        server.close();
    }

    public static void comesBack() {
        listen(certificate);
    }

    /** Somebody else answers in its place, until {@link #goesAway}. */
    public static void isSomebodyElse() {
        goesAway();
        listen(new OwnCertificate(certificate.pem().getParent(), "dns:elsewhere.test"));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
