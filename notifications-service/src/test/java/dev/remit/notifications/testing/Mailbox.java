package dev.remit.notifications.testing;

import dev.remit.stack.Mail;
import dev.remit.stack.MailServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real mail server, which can be away. */
public class Mailbox implements QuarkusTestResourceLifecycleManager {
    private static Path folder;
    private static int port;
    private static MailServer server;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("mailbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = MailServer.start(folder);
        port = server.port();
        return Map.of(
                "REMIT_SMTP_HOST",
                "127.0.0.1",
                "REMIT_SMTP_PORT",
                Integer.toString(port),
                "REMIT_SMTP_STARTTLS",
                "false",
                "REMIT_SMTP_FROM",
                "remit@remit.example",
                "REMIT_PUBLIC_URL",
                "https://remit.example");
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
        server = MailServer.start(folder, port);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
