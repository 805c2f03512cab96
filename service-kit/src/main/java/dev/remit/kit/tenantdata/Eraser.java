package dev.remit.kit.tenantdata;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Erases rows of one tenant as the user that may, on a connection that is there only meanwhile. What was erased and how many
 * rows it were is counted in the same transaction, some hundred rows each: whatever breaks off, the next one goes on.
 */
final class Eraser implements AutoCloseable {
    private static final int BATCH = 500;

    private final Connection connection;
    private final UUID tenant;
    private long erased;

    private Eraser(Connection connection, UUID tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    static Eraser connect(String url, EraserSettings settings, UUID tenant) throws SQLException {
        Properties user = new Properties();
        user.setProperty("user", settings.user());
        user.setProperty("password", settings.password());
        user.setProperty("connectTimeout", "3000");
        user.setProperty("socketTimeout", "30000");
        Connection connection = DriverManager.getConnection(url, user);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION innodb_lock_wait_timeout = 2");
        }
        return new Eraser(connection, tenant);
    }

    /** How many rows this one has erased so far. */
    long erased() {
        return erased;
    }

    /** All rows of the tenant, the youngest first: others may refer to older ones of the same table. */
    void delete(TenantTable table) throws SQLException {
        String statement = "DELETE FROM `" + table.name() + "` WHERE tenant_id = ? ORDER BY "
                + table.order().stream()
                        .map(column -> "`" + column + "` DESC")
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow()
                + " LIMIT " + BATCH;
        while (counted(table.kind(), statement) == BATCH) {
            // The next ones.
        }
    }

    /** Salts and payloads of all tickets' chains of evidence; hashes and seals stay. */
    void emptyEvidence() throws SQLException {
        List<UUID> tickets = tickets(new UUID(0, 0));
        while (!tickets.isEmpty()) {
            for (UUID ticket : tickets) {
                counted(
                        "evidence-link",
                        "UPDATE evidence_link SET salt = NULL, payload = NULL, series = NULL"
                                + " WHERE tenant_id = ? AND ticket_id = ? AND payload IS NOT NULL",
                        bytes(ticket));
            }
            tickets = tickets(tickets.getLast());
        }
    }

    /** Records of the audit trail but those of the erasure itself; hashes and seals stay. */
    void emptyAudit(String kept) throws SQLException {
        long through = length();
        for (long number = 0; number < through; number += BATCH) {
            counted(
                    "audit-record",
                    "UPDATE audit_record SET salt = NULL, record = NULL, actor = '', object_id = '' WHERE tenant_id = ?"
                            + " AND number > ? AND number <= ? AND record IS NOT NULL AND operation <> ?",
                    number,
                    number + BATCH,
                    kept);
        }
    }

    /** What other services were told. Positions stay, since readers rely on there being no gap. */
    void emptyOutbox(String kept) throws SQLException {
        String statement = "UPDATE outbox SET payload = '{}' WHERE tenant_id = ? AND type <> ?"
                + " AND OCTET_LENGTH(payload) > 2 LIMIT " + BATCH;
        while (counted("outbox", statement, kept) == BATCH) {
            // The next ones.
        }
    }

    /** Blanks texts of the tenant's one row in a table. */
    void blank(String table, List<String> columns) throws SQLException {
        String set = columns.stream()
                .map(column -> "`" + column + "` = ''")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        update("UPDATE `" + table + "` SET " + set + " WHERE tenant_id = ?");
        connection.commit();
    }

    /** Notes down what was erased outside of the database. */
    void count(String kind, long records) throws SQLException {
        note(kind, records);
        connection.commit();
    }

    private void note(String kind, long records) throws SQLException {
        update(
                "INSERT INTO erased_records (tenant_id, kind, records) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE records = records + ?",
                kind,
                records,
                records);
    }

    private int counted(String kind, String statement, Object... arguments) throws SQLException {
        try {
            int rows = update(statement, arguments);
            if (rows > 0) {
                note(kind, rows);
                erased += rows;
            }
            connection.commit();
            return rows;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /** @param arguments behind the tenant */
    private int update(String statement, Object... arguments) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setBytes(1, bytes(tenant));
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 2, arguments[i]);
            }
            return prepared.executeUpdate();
        }
    }

    private List<UUID> tickets(UUID after) throws SQLException {
        List<UUID> tickets = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(
                "SELECT DISTINCT ticket_id FROM evidence_link WHERE tenant_id = ? AND ticket_id > ?"
                        + " ORDER BY ticket_id LIMIT " + BATCH)) {
            prepared.setBytes(1, bytes(tenant));
            prepared.setBytes(2, bytes(after));
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    ByteBuffer id = ByteBuffer.wrap(rows.getBytes(1));
                    tickets.add(new UUID(id.getLong(), id.getLong()));
                }
            }
        }
        return tickets;
    }

    private long length() throws SQLException {
        try (PreparedStatement prepared =
                connection.prepareStatement("SELECT MAX(number) FROM audit_record WHERE tenant_id = ?")) {
            prepared.setBytes(1, bytes(tenant));
            try (ResultSet rows = prepared.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
