package dev.remit.notifications.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;

/** A receiver of webhooks on every address of this machine, that does with a connection whatever a test wants. */
public final class Receiver implements AutoCloseable {
    /**
     * What it was sent.
     *
     * @param serverName which name TLS asked for; null without TLS, or where it named none
     */
    public record Received(String serverName, String path, Map<String, String> fields, String body) {
        /** A header field by its name in lower case. */
        public String field(String name) {
            return fields.get(name);
        }
    }

    /** Answers what it was sent, or does not. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Received request, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Behaviour behaviour;

    public Receiver(Behaviour behaviour) {
        this(behaviour, plain());
    }

    public Receiver(Behaviour behaviour, ServerSocket socket) {
        this.behaviour = behaviour;
        this.socket = socket;
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A status and a short text. */
    public static Behaviour status(int status) {
        return (request, out) -> head(out, status, "Content-Length: 2", "ok");
    }

    /** Writes the beginning of an answer and what is given of its body. */
    public static void head(OutputStream out, int status, String fields, String body) throws IOException {
        out.write(("HTTP/1.1 " + status + " Whatever\r\n" + fields + "\r\n\r\n" + body).getBytes(UTF_8));
        out.flush();
    }

    /** What it does from now on. */
    public void become(Behaviour other) {
        behaviour = other;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String hostAndPort() {
        return "127.0.0.1:" + port();
    }

    public String address() {
        return "http://" + hostAndPort() + "/hooks";
    }

    /** The same by a name, which tests of the service list as open. */
    public String namedAddress() {
        return "http://localhost:" + port() + "/hooks";
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.get();
    }

    /** What it was sent, in the order of coming. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                if (!(e instanceof SocketException)) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                Received request = read(in, serverName(connection));
                if (request == null) {
                    return;
                }
                received.add(request);
                behaviour.answer(request, connection.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // The sender has gone, or the test is over.
        } finally {
            open.remove(connection);
        }
    }

    private static String serverName(Socket connection) {
        return connection instanceof SSLSocket secure
                ? ((ExtendedSSLSession) secure.getSession())
                        .getRequestedServerNames().stream()
                                .map(name -> new String(name.getEncoded(), UTF_8))
                                .findFirst()
                                .orElse(null)
                : null;
    }

    private static Received read(InputStream in, String serverName) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(fields.getOrDefault("content-length", "0"));
        return new Received(serverName, first.split(" ")[1], fields, new String(in.readNBytes(length), UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }
}
