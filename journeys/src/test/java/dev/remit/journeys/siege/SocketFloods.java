package dev.remit.journeys.siege;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Floods of bytes that need no token. */
final class SocketFloods {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String WEBHOOK =
            "POST /api/tickets/v1/connections/0198c0de-0000-7000-8000-00000000ffff/webhook HTTP/1.1\r\n"
                    + "Host: remit.example\r\nContent-Type: application/json\r\n";

    private final URI gateway;

    SocketFloods(URI gateway) {
        this.gateway = gateway;
    }

    List<Flood> all() {
        return List.of(
                new Flood("chunked bodies without content, 420 at once and 7 a second", 7, this::emptyBodies),
                new Flood("callbacks of 4 MiB that never end, 100 at a time", 50, this::endlessCallbacks),
                new Flood("invented methods, 500 a second", 200, this::inventedMethods),
                new Flood("bodies and header fields that drip, 265 sockets", 100, this::slowSenders),
                new Flood("targets and hosts that are none, 40 a second", 15, this::brokenRequests));
    }

    private void emptyBodies(Flood.Stop stop, FloodCounts tally) {
        String request = WEBHOOK + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        List<RawConnection> open = new ArrayList<>();
        open(open, 420, request, tally);
        while (!stop.now()) {
            pause(SECOND);
            open(open, 7, request, tally);
        }
        open.forEach(RawConnection::close);
    }

    private void endlessCallbacks(Flood.Stop stop, FloodCounts tally) {
        byte[] part = new byte[64 * 1024];
        while (!stop.now()) {
            List<RawConnection> open = new ArrayList<>();
            open(open, 50, WEBHOOK + "Content-Length: 4194304\r\n\r\n", tally);
            open(open, 50, WEBHOOK + "Transfer-Encoding: chunked\r\n\r\n3fff00\r\n", tally);
            for (int sent = 0; sent < 60 && !stop.now(); sent++) {
                for (RawConnection connection : open) {
                    try {
                        connection.send(part);
                        tally.sent();
                    } catch (IOException refused) {
                        connection.close();
                    }
                }
                pause(Duration.ofMillis(100));
            }
            open.forEach(RawConnection::close);
        }
    }

    private void inventedMethods(Flood.Stop stop, FloodCounts tally) throws IOException {
        Random random = new Random(1);
        RawConnection connection = null;
        int number = 0;
        while (!stop.now()) {
            for (int request = 0; request < 50; request++) {
                if (connection == null) {
                    connection = new RawConnection(gateway);
                }
                String method = "M"
                        + Integer.toString(random.nextInt(Integer.MAX_VALUE), 36)
                                .toUpperCase(java.util.Locale.ROOT) + (number++ % 10 == 0 ? "X".repeat(2000) : "");
                boolean taken =
                        connection.drip(method + " /api/tickets/v1/tickets HTTP/1.1\r\nHost: remit.example\r\n\r\n");
                tally.sent();
                if (!taken || connection.answer().isEmpty()) {
                    connection.close();
                    connection = null;
                } else {
                    connection.discardAnswers();
                }
            }
            pause(Duration.ofMillis(100));
        }
        if (connection != null) {
            connection.close();
        }
    }

    private void slowSenders(Flood.Stop stop, FloodCounts tally) {
        List<RawConnection> open = new ArrayList<>();
        while (!stop.now()) {
            open.removeIf(connection -> {
                boolean cut = !connection.drip("x");
                tally.sent();
                if (cut) {
                    connection.close();
                }
                return cut;
            });
            while (open.size() < 265 && !stop.now()) {
                open(
                        open,
                        1,
                        open.size() < 215
                                ? WEBHOOK + "Content-Length: 100000\r\n\r\n{"
                                : "GET /api/tickets/v1/tickets HTTP/1.1\r\nX-Slow: a",
                        tally);
            }
            pause(SECOND);
        }
        open.forEach(RawConnection::close);
    }

    private void brokenRequests(Flood.Stop stop, FloodCounts tally) {
        List<String> requests = List.of(
                "GET /api/x/" + "a".repeat(3200) + " HTTP/1.1\r\nHost: remit.example\r\nConnection: close\r\n\r\n",
                "GET /api/contracts/v1/clients HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /api/contracts/v1/clients HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET ?x HTTP/1.1\r\nHost: remit.example\r\nConnection: close\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: remit.example\r\nConnection: close\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /docs/%2e%2e/q/metrics HTTP/1.1\r\nHost: remit.example\r\nConnection: close\r\n\r\n");
        int next = 0;
        while (!stop.now()) {
            List<RawConnection> open = new ArrayList<>();
            open(open, 1, requests.get(next++ % requests.size()), tally);
            open.forEach(connection -> {
                connection.answer();
                connection.close();
            });
            pause(Duration.ofMillis(25));
        }
    }

    /** Connections that were refused are not there; that is for Remit to decide. */
    private void open(List<RawConnection> open, int count, String firstBytes, FloodCounts tally) {
        for (int i = 0; i < count; i++) {
            try {
                RawConnection connection = new RawConnection(gateway);
                open.add(connection);
                connection.send(firstBytes);
                tally.sent();
            } catch (IOException refused) {
                pause(Duration.ofMillis(5));
            }
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
