package dev.remit.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A bare socket to the gateway, for bytes that no decent client would send. */
final class BareSocket implements AutoCloseable {

    private final Socket socket;

    BareSocket(URI gateway) throws IOException {
        this(gateway, "127.0.0.1");
    }

    /** @param from one of this machine's addresses */
    BareSocket(URI gateway, String from) throws IOException {
        socket =
                new Socket(InetAddress.getByName(gateway.getHost()), gateway.getPort(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(10_000);
    }

    /** Sends {@code request} on a connection of its own and returns all that comes until the gateway closes it. */
    static String exchange(URI gateway, String request) throws IOException {
        try (var wire = new BareSocket(gateway)) {
            wire.send(request);
            return wire.readToEnd();
        }
    }

    /** The same where the gateway may as well reset the connection, which is what whoever leaves much unread gets. */
    static String exchangeUntilCutOff(URI gateway, String request) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var wire = new BareSocket(gateway)) {
            wire.send(request);
            wire.socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            return all.toString(StandardCharsets.UTF_8);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    String readToEnd() throws IOException {
        var all = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(all);
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Sends {@code piece} again and again until the gateway closes the connection, and returns all that came. */
    String dripUntilClosed(String piece, int everyMillis) throws IOException, InterruptedException {
        var all = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + 10_000_000_000L;
        socket.setSoTimeout(everyMillis);
        while (System.nanoTime() < deadline) {
            try {
                send(piece);
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return all.toString(StandardCharsets.UTF_8);
                }
                all.write(next);
                socket.setSoTimeout(10_000);
                all.writeBytes(readToEnd().getBytes(StandardCharsets.UTF_8));
                return all.toString(StandardCharsets.UTF_8);
            } catch (SocketTimeoutException goOn) {
                continue;
            } catch (IOException closed) {
                return all.toString(StandardCharsets.UTF_8);
            }
        }
        throw new IOException("still open after: " + all);
    }

    /** Reads until {@code text} has come. */
    String readUntil(String text) throws IOException {
        var all = new StringBuilder();
        try {
            while (all.indexOf(text) < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IOException("closed after: " + all);
                }
                all.append((char) next);
            }
        } catch (SocketTimeoutException silence) {
            throw new IOException("silent after: " + all, silence);
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
