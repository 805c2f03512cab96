package dev.remit.journeys.siege;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A socket to the gateway, for bytes that no decent client would send. */
final class RawConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 2_000;
    private static final int STATUS_LINE = 200;

    private final Socket socket = new Socket();

    RawConnection(URI gateway) throws IOException {
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), CONNECT_MILLIS);
        socket.setSoTimeout(READ_MILLIS);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Whether the other side still takes bytes. */
    boolean drip(String text) {
        try {
            send(text);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The beginning of the next answer; empty when none comes in time or the connection was closed. */
    Optional<String> answer() {
        byte[] buffer = new byte[STATUS_LINE];
        try {
            int read = socket.getInputStream().read(buffer);
            return read <= 0 ? Optional.empty() : Optional.of(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        } catch (SocketTimeoutException silence) {
            return Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** Throws away what has come so far, so that the sender is not held up by its answers. */
    void discardAnswers() throws IOException {
        while (socket.getInputStream().available() > 0) {
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Closed is what it was to be.
        }
    }
}
