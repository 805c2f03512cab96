package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateMySqlTest {
    @Test
    void runsWithTheSettingsThatTheSchemasCountOn() throws SQLException {
        MySqlSchema schema = TestMySql.freshSchema("stack_settings");
        try (Connection connection = migrator(schema)) {
            assertEquals(
                    Map.of(
                            "transaction_isolation", "READ-COMMITTED",
                            "sql_require_primary_key", "1",
                            "sql_generate_invisible_primary_key", "1",
                            "innodb_lock_wait_timeout", "2",
                            "character_set_database", "utf8mb4",
                            "collation_database", "utf8mb4_0900_ai_ci",
                            "time_zone", "+00:00"),
                    variables(
                            connection,
                            "transaction_isolation",
                            "sql_require_primary_key",
                            "sql_generate_invisible_primary_key",
                            "innodb_lock_wait_timeout",
                            "character_set_database",
                            "collation_database",
                            "time_zone"));
        }
    }

    @Test
    void givesTheAppUserNothingUntilTheMigratorGrantsIt() throws SQLException {
        MySqlSchema schema = TestMySql.freshSchema("stack_grants");
        assertThrows(SQLException.class, () -> app(schema).close());

        try (Connection connection = migrator(schema);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE signed (id INT PRIMARY KEY)");
            statement.execute("GRANT SELECT, INSERT ON signed TO '" + schema.appUser() + "'@'%'");
        }

        try (Connection connection = app(schema);
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("INSERT INTO signed VALUES (1)"));
            SQLException refused =
                    assertThrows(SQLException.class, () -> statement.executeUpdate("DELETE FROM signed"));
            assertTrue(refused.getMessage().contains("DELETE command denied"), refused.getMessage());
        }
    }

    @Test
    void keepsOneSchemasMigratorOutOfAnother() throws SQLException {
        MySqlSchema mine = TestMySql.freshSchema("stack_mine");
        MySqlSchema other = TestMySql.freshSchema("stack_other");
        try (Connection connection = migrator(mine);
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE " + other.name() + ".t (i INT)"));
        }
    }

    @Test
    void keepsItsDataAndPasswordFromOneStartToTheNext(@TempDir Path folder) throws SQLException {
        MySqlOptions options = MySqlOptions.disposable(folder);
        MySqlInstallation installation = MySqlInstallation.onPath().orElseGet(MySqlInstallation::unpacked);
        try (MySqlServer first = PrivateMySql.onThisHost(onFreePort(options), installation);
                Connection connection = administrator(first);
                Statement statement = connection.createStatement()) {
            first.createSchema("kept", "kept_migrator", "migrator-password", "kept_app", "app-password");
            statement.execute("CREATE TABLE kept.t (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO kept.t VALUES (42)");
        }
        try (MySqlServer second = PrivateMySql.onThisHost(onFreePort(options), installation);
                Connection connection = administrator(second);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM kept.t")) {
            assertTrue(rows.next());
            assertEquals(42, rows.getInt(1));
        }
    }

    @Test
    void losesNothingOfWhatWasCommittedWhenItIsKilled(@TempDir Path folder) throws SQLException {
        MySqlOptions options = new MySqlOptions(folder, folder.resolve("mysql.log"), 0, true, System.err::println);
        MySqlInstallation installation = MySqlInstallation.onPath().orElseGet(MySqlInstallation::unpacked);
        try (MySqlServer server = PrivateMySql.onThisHost(onFreePort(options), installation)) {
            Connection cutOff = administrator(server);
            try (Statement statement = cutOff.createStatement()) {
                statement.execute("CREATE DATABASE kept");
                statement.execute("CREATE TABLE kept.t (id INT PRIMARY KEY)");
                statement.execute("INSERT INTO kept.t VALUES (42)");
                cutOff.setAutoCommit(false);
                statement.execute("INSERT INTO kept.t VALUES (43)");
                server.kill();
                assertThrows(SQLException.class, cutOff::commit);
            }
            assertThrows(SQLException.class, () -> administrator(server).close());

            server.restart();
            try (Connection connection = administrator(server);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT GROUP_CONCAT(id) FROM kept.t")) {
                assertTrue(rows.next());
                assertEquals("42", rows.getString(1), "what was committed");
                assertEquals(
                        Map.of("innodb_flush_log_at_trx_commit", "1", "innodb_doublewrite", "ON"),
                        variables(connection, "innodb_flush_log_at_trx_commit", "innodb_doublewrite"));
            }
        }
    }

    @Test
    void leavesAServerAloneThatWasThereBefore() {
        MySqlServer given = new MySqlServer("jdbc:mysql://127.0.0.1:1", "root", "password", "given", null);
        assertThrows(StackException.class, given::kill);
        assertThrows(StackException.class, given::restart);
    }

    @Test
    void saysWhyItDoesNotStart(@TempDir Path folder) {
        MySqlInstallation broken = new MySqlInstallation(
                List.of("/bin/sh", "-c", "echo no disk left; exit 3"), Optional.empty(), "broken");
        StackException failure = assertThrows(
                StackException.class,
                () -> PrivateMySql.onThisHost(onFreePort(MySqlOptions.disposable(folder)), broken));
        assertTrue(failure.getMessage().contains("no disk left"), failure.getMessage());
    }

    private static MySqlOptions onFreePort(MySqlOptions options) {
        return options.onPort(Ports.free(1).getFirst());
    }

    private static Connection administrator(MySqlServer server) throws SQLException {
        return DriverManager.getConnection(server.adminJdbcUrl(), server.adminUser(), server.adminPassword());
    }

    private static Connection migrator(MySqlSchema schema) throws SQLException {
        return DriverManager.getConnection(schema.jdbcUrl(), schema.migratorUser(), schema.migratorPassword());
    }

    private static Connection app(MySqlSchema schema) throws SQLException {
        return DriverManager.getConnection(schema.jdbcUrl(), schema.appUser(), schema.appPassword());
    }

    private static Map<String, String> variables(Connection connection, String... names) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                try (ResultSet row = statement.executeQuery("SELECT @@" + name)) {
                    row.next();
                    values.put(name, row.getString(1));
                }
            }
        }
        return values;
    }
}
