package dev.remit.billing;

import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The service's tables, past its entities. */
final class Tables {
    private Tables() {}

    /** The columns of a table, in their order. */
    static List<String> columns(String table) {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SHOW COLUMNS FROM " + table)) {
            List<String> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int execute(String statement) {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                Statement sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
