package dev.remit.journeys.intake;

import dev.remit.stack.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notes when each ticket of a run was first seen with a ruling, by looking every few milliseconds. */
final class Rulings implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(25);
    private static final int READ_AGAIN = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Connection connection;
    private final Thread watcher;
    private volatile boolean ending;

    Rulings(MySqlServer mysql) throws SQLException {
        connection =
                DriverManager.getConnection(mysql.jdbcUrl("remit_tickets"), mysql.adminUser(), mysql.adminPassword());
        byte[] newest = newest();
        watcher = Thread.ofPlatform().daemon().name("rulings").start(() -> watch(newest));
    }

    /** When each was seen, by {@link System#nanoTime}. */
    Map<String, Long> seen() {
        return seen;
    }

    void await(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (seen.size() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(seen.size() + " of " + count + " tickets were ruled");
            }
            Thread.sleep(EVERY);
        }
    }

    /** Ids grow with time, but those that are made close together may be committed in another order: the last few are read again. */
    private void watch(byte[] newest) {
        List<byte[]> read = new ArrayList<>(List.of(newest));
        try (PreparedStatement prepared =
                connection.prepareStatement("SELECT id, BIN_TO_UUID(ticket_id) FROM ruling WHERE id > ? ORDER BY id")) {
            while (!ending) {
                prepared.setBytes(1, read.get(Math.max(0, read.size() - READ_AGAIN)));
                try (ResultSet rows = prepared.executeQuery()) {
                    long now = System.nanoTime();
                    while (rows.next()) {
                        if (seen.putIfAbsent(rows.getString(2), now) == null) {
                            read.add(rows.getBytes(1));
                        }
                    }
                }
                Thread.sleep(EVERY);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] newest() throws SQLException {
        try (PreparedStatement prepared =
                        connection.prepareStatement("SELECT COALESCE(MAX(id), UNHEX('00')) FROM ruling");
                ResultSet rows = prepared.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        ending = true;
        watcher.join();
        connection.close();
    }
}
