package dev.remit.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** TCP ports of this machine's loopback address. */
final class Ports {
    private Ports() {}

    /** @return as many different ports as asked for, none of them in use a moment ago */
    static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        Set<Integer> ports = new LinkedHashSet<>();
        try {
            while (ports.size() < count) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.add(socket.getLocalPort());
            }
            return List.copyOf(ports);
        } catch (IOException e) {
            throw new StackException("This machine has no free port: " + e.getMessage(), e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    /**
     * @param wanted port by the name of the setting that chooses it
     * @throws StackException with one line for each port that something else listens on
     */
    static void requireFree(Map<String, Integer> wanted) {
        List<String> taken = wanted.entrySet().stream()
                .filter(entry -> !isFree(entry.getValue()))
                .map(entry -> "Port " + entry.getValue() + " is taken: stop what listens there, or set "
                        + entry.getKey() + " to another port")
                .toList();
        if (!taken.isEmpty()) {
            throw new StackException(String.join("\n", taken));
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackException("Could not give back port " + socket.getLocalPort(), e);
        }
    }
}
