package dev.remit.stack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.UsernamePasswordValidator;
import org.subethamail.smtp.server.SMTPServer;

/** Takes mail over SMTP on the loopback address and keeps each as a file; none goes any further. */
public final class MailServer implements AutoCloseable {
    static final String SENDER = "remit@remit.example";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH-mm-ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final SMTPServer server;

    private MailServer(Path folder, int port, UnaryOperator<SMTPServer.Builder> security) {
        this.folder = folder;
        this.server = security.apply(SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .messageHandler(this::keep))
                .build();
    }

    /**
     * Returns once it takes mail.
     *
     * @param folder where each mail becomes a file that is named after its time, recipient and subject
     */
    public static MailServer start(Path folder, int port) {
        return start(folder, port, UnaryOperator.identity());
    }

    /** As {@link #start(Path, int)}, but it takes mail only over TLS and from whoever logs in. */
    public static MailServer secured(Path folder, int port, SSLContext tls, String user, String password) {
        UsernamePasswordValidator login = (name, secret, context) -> {
            if (!name.equals(user) || !secret.equals(password)) {
                throw new LoginFailedException();
            }
        };
        return start(folder, port, builder -> builder.enableTLS()
                .requireTLS()
                .startTlsSocketFactory(tls)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(login))
                .requireAuth());
    }

    private static MailServer start(Path folder, int port, UnaryOperator<SMTPServer.Builder> security) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new StackException("Could not make " + folder + ": " + e.getMessage(), e);
        }
        MailServer mail = new MailServer(folder, port, security);
        mail.server.start();
        return mail;
    }

    /** As {@link #start(Path, int)}, on a port that nobody uses. */
    public static MailServer start(Path folder) {
        return start(folder, 0);
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** What a realm that sends its mail here has as its {@code smtpServer}. */
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(server.getPortAllocated()), "from", SENDER);
    }

    /** What the placeholders of the realm's mail stand for where it sends its mail to this port. */
    static Map<String, String> placeholders(int port) {
        return Map.of(
                "REMIT_SMTP_HOST",
                "127.0.0.1",
                "REMIT_SMTP_PORT",
                Integer.toString(port),
                "REMIT_SMTP_FROM",
                SENDER,
                "REMIT_PASSWORD_RESET",
                "true");
    }

    /** Every mail that came, in the order of its coming. */
    public List<Mail> mails() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(MailServer::read).toList();
        } catch (IOException e) {
            throw new StackException("Could not read " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Mail read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return Mail.read(content);
        } catch (IOException e) {
            throw new StackException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    private synchronized void keep(MessageContext context, String from, String to, byte[] content) {
        String subject = Mail.read(new ByteArrayInputStream(content)).subject();
        String name = TIME.format(Instant.now()) + "_" + readable(to) + "_" + readable(subject);
        try {
            Files.write(folder.resolve(name + ".eml"), content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new StackException("Could not keep a mail in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The text as a part of a file's name. */
    private static String readable(String text) {
        String plain = text.replaceAll("[^\\p{Alnum}.+@]+", "-");
        return plain.substring(0, Math.min(plain.length(), 80));
    }

    @Override
    public void close() {
        server.stop();
    }
}
