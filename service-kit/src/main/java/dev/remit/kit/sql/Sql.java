package dev.remit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Native SQL with our column types: a UUID is BINARY(16), an Instant is DATETIME(6) in UTC. Statements join the running
 * transaction, else each is its own. Tenant filters do not reach here: a statement names tenant_id itself.
 */
@ApplicationScoped
public class Sql {
    /** How MySQL's driver is told so. */
    private static final int ROW_BY_ROW = Integer.MIN_VALUE;

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads the columns of one row by their place, counted from 1. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface RowTaker {
        void take(Row row) throws SQLException, IOException;
    }

    /** The row that a query stands on; getters give null for NULL where the type allows. */
    public static final class Row {
        private final ResultSet columns;

        private Row(ResultSet columns) {
            this.columns = columns;
        }

        public UUID uuid(int column) throws SQLException {
            byte[] bytes = columns.getBytes(column);
            if (bytes == null) {
                return null;
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }

        public Instant instant(int column) throws SQLException {
            LocalDateTime utc = columns.getObject(column, LocalDateTime.class);
            return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
        }

        public String text(int column) throws SQLException {
            return columns.getString(column);
        }

        public long number(int column) throws SQLException {
            return columns.getLong(column);
        }

        public byte[] bytes(int column) throws SQLException {
            return columns.getBytes(column);
        }

        public boolean isNull(int column) throws SQLException {
            return columns.getObject(column) == null;
        }
    }

    public <T> List<T> list(String statement, RowReader<T> reader, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement, arguments);
                ResultSet columns = prepared.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(columns);
            while (columns.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Hands over rows as they come from the server, of which one is in memory. Meanwhile the running transaction can do nothing
     * else.
     */
    public void each(String statement, RowTaker taker, Object... arguments) throws IOException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement, arguments)) {
            prepared.setFetchSize(ROW_BY_ROW);
            try (ResultSet columns = prepared.executeQuery()) {
                Row row = new Row(columns);
                while (columns.next()) {
                    taker.take(row);
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** An instant for each id, of a statement that gives the two. */
    public Map<UUID, Instant> instants(String statement, Object... arguments) {
        return list(statement, row -> Map.entry(row.uuid(1), row.instant(2)), arguments).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String statement, RowReader<T> reader, Object... arguments) {
        List<T> rows = list(statement, reader, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /** Gives how many rows a statement inserted, changed or deleted. */
    public int update(String statement, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = prepare(connection, statement, arguments)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Runs a statement once for each row of arguments; those of an INSERT go to the server in one. */
    public void batch(String statement, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (Object[] arguments : rows) {
                set(prepared, arguments);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void set(PreparedStatement prepared, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            prepared.setObject(i + 1, column(arguments[i]));
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... arguments)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            set(prepared, arguments);
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static Object column(Object argument) {
        return switch (argument) {
            case UUID id -> bytes(id);
            case Instant instant -> LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
            case null, default -> argument;
        };
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
