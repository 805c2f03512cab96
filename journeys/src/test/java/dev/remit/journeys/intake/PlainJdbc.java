package dev.remit.journeys.intake;

import dev.remit.journeys.intake.StoredTicket.Row;
import dev.remit.stack.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes the rows of tickets that a service has taken in once more, into tables of the same make beside its own, with a commit
 * for each ticket that is stored and one for each that is ruled. It computes nothing, reads nothing and answers nobody: what
 * the service does with the same server, it does at less.
 */
final class PlainJdbc implements AutoCloseable {
    private static final String SCHEMA = "remit_intake_bench";
    private static final Set<String> TABLES = Set.of(
            "payload",
            "ticket",
            "work_item",
            "ticket_snapshot",
            "evidence_link",
            "outbox",
            "audit_waiting",
            "ruling",
            "ticket_event",
            "clock_notice");

    private final MySqlServer mysql;
    private final List<StoredTicket> tickets;
    private final int writers;

    /** @param writers how many write at once */
    PlainJdbc(MySqlServer mysql, Collection<byte[]> ids, int writers) throws SQLException {
        this.mysql = mysql;
        this.writers = writers;
        this.tickets = new ArrayList<>();
        try (Connection own = connect("remit_tickets")) {
            for (byte[] id : ids) {
                tickets.add(StoredTicket.read(own, id));
            }
        }
        execute("remit_tickets", "CREATE SCHEMA " + SCHEMA);
        for (String table : TABLES) {
            execute(SCHEMA, "CREATE TABLE " + table + " LIKE remit_tickets." + table);
        }
    }

    /** Rows of one of each, for those who want to know what is written. */
    String rows() {
        StoredTicket one = tickets.getFirst();
        return count(one.stored()) + " rows to store a ticket, " + count(one.ruled()) + " and two changes to rule it";
    }

    private static int count(Map<String, List<Row>> rows) {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** Stores all; gives tickets a second. */
    double store() throws Exception {
        for (String table : TABLES) {
            execute(SCHEMA, "TRUNCATE TABLE " + table);
        }
        return rate((connection, ticket) -> insert(connection, ticket.stored()));
    }

    /** Rules all that were stored; gives tickets a second. */
    double rule() throws Exception {
        return rate((connection, ticket) -> {
            insert(connection, ticket.ruled());
            for (String table : List.of("ticket", "work_item")) {
                for (Row row : ticket.stored().get(table)) {
                    update(connection, table, row);
                }
            }
        });
    }

    private interface Work {
        void of(Connection connection, StoredTicket ticket) throws SQLException;
    }

    private double rate(Work work) throws Exception {
        ConcurrentLinkedQueue<StoredTicket> waiting = new ConcurrentLinkedQueue<>(tickets);
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                all.add(threads.submit(() -> write(waiting, work)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return tickets.size() / ((System.nanoTime() - began) / 1e9);
    }

    private Void write(ConcurrentLinkedQueue<StoredTicket> waiting, Work work) throws SQLException {
        try (Connection connection = connect(SCHEMA)) {
            connection.setAutoCommit(false);
            for (StoredTicket next = waiting.poll(); next != null; next = waiting.poll()) {
                work.of(connection, next);
                connection.commit();
            }
            return null;
        }
    }

    private static void insert(Connection connection, Map<String, List<Row>> rows) throws SQLException {
        for (Map.Entry<String, List<Row>> of : rows.entrySet()) {
            if (!of.getValue().isEmpty()) {
                insert(connection, of.getKey(), of.getValue());
            }
        }
    }

    private static void insert(Connection connection, String table, List<Row> rows) throws SQLException {
        Set<String> columns = rows.getFirst().values().keySet();
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement prepared = connection.prepareStatement(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks + ")")) {
            for (Row row : rows) {
                set(prepared, row.values().values());
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private static void update(Connection connection, String table, Row row) throws SQLException {
        Set<String> columns = new LinkedHashSet<>(row.values().keySet());
        columns.remove("id");
        List<Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.values().get(column)));
        values.add(row.values().get("id"));
        try (PreparedStatement prepared = connection.prepareStatement(
                "UPDATE " + table + " SET " + String.join(" = ?, ", columns) + " = ? WHERE id = ?")) {
            set(prepared, values);
            prepared.executeUpdate();
        }
    }

    private static void set(PreparedStatement prepared, Collection<Object> values) throws SQLException {
        int place = 1;
        for (Object value : values) {
            prepared.setObject(place++, value);
        }
    }

    private void execute(String schema, String statement) throws SQLException {
        try (Connection connection = connect(schema);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(
                mysql.jdbcUrl(schema) + "&rewriteBatchedStatements=true", mysql.adminUser(), mysql.adminPassword());
    }

    /** Which tickets of a connection have a ruling, of those called by a prefix. */
    static List<byte[]> ruled(MySqlServer mysql, String prefix) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        mysql.jdbcUrl("remit_tickets"), mysql.adminUser(), mysql.adminPassword());
                PreparedStatement prepared = connection.prepareStatement("SELECT ticket.id FROM ticket JOIN work_item"
                        + " ON work_item.ticket_id = ticket.id WHERE ticket.external_id LIKE ?"
                        + " AND work_item.ruling_id IS NOT NULL")) {
            prepared.setString(1, prefix + "%");
            try (ResultSet rows = prepared.executeQuery()) {
                List<byte[]> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getBytes(1));
                }
                return ids;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        execute("remit_tickets", "DROP SCHEMA " + SCHEMA);
    }
}
