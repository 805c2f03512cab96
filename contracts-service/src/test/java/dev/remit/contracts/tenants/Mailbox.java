package dev.remit.contracts.tenants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes mail over SMTP, as the server of a realm's settings. */
final class Mailbox implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> mails = new CopyOnWriteArrayList<>();

    Mailbox() {
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::serve);
    }

    /** What a realm that sends its mail here is set to. */
    Map<String, Object> settings() {
        return Map.of(
                "host", server.getInetAddress().getHostAddress(),
                "port", Integer.toString(server.getLocalPort()),
                "from", "remit@remit.example");
    }

    /** Each from its addressee to its last line. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket sender = server.accept()) {
                converse(sender);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket sender) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(sender.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = sender.getOutputStream();
        say(out, "220 here");
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("RCPT")) {
                mail.append(line).append('\n');
            }
            if (verb.equals("DATA")) {
                say(out, "354 go on");
                for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
                    mail.append(text).append('\n');
                }
                mails.add(mail.toString());
            }
            say(out, verb.equals("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
