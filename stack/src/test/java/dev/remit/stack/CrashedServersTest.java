package dev.remit.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** MySQL and Keycloak come back by themselves after a {@code kill -9}, with what they had. */
@Isolated
class CrashedServersTest {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void mySqlComesBackWithItsData(@TempDir Path folder) throws SQLException {
        MySqlOptions options = new MySqlOptions(
                folder, folder.resolve("mysql.log"), Ports.free(1).getFirst(), true, told::add);
        MySqlInstallation installation = MySqlInstallation.onPath().orElseGet(MySqlInstallation::unpacked);
        try (MySqlServer server = PrivateMySql.onThisHost(options, installation)) {
            try (Connection connection = administrator(server);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE kept");
                statement.execute("CREATE TABLE kept.t (id INT PRIMARY KEY)");
                statement.execute("INSERT INTO kept.t VALUES (42)");
            }
            crash(folder.resolve("data").toString());
            await().atMost(SOON).until(() -> !told.isEmpty() && server.answers());
            try (Connection connection = administrator(server);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id FROM kept.t")) {
                assertTrue(rows.next());
                assertEquals(42, rows.getInt(1));
            }
        }
        assertEquals(List.of("MySQL ended with code 137 by itself; it is started again in 1000 ms"), told);
    }

    @Test
    void keycloakComesBackWithItsPeople() {
        IdentityProvider keycloak = TestKeycloak.shared();
        keycloak.start();
        TemporaryPerson newcomer = TemporaryPerson.arrive(keycloak);
        crash("--hostname=" + keycloak.url());
        await().atMost(SOON).until(() -> Http.isOk(keycloak.issuer() + "/.well-known/openid-configuration"));
        assertEquals(newcomer.name(), newcomer.record().path("username").asText());
    }

    /** Ends the one process of ours with these words in its command; what keeps it on its leash is a shell. */
    private static void crash(String words) {
        List<ProcessHandle> victims = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(words))
                .filter(process -> !process.info().command().orElse("").endsWith("bash"))
                .toList();
        assertEquals(1, victims.size(), victims.toString());
        victims.getFirst().destroyForcibly();
        victims.getFirst().onExit().join();
    }

    private static Connection administrator(MySqlServer server) throws SQLException {
        return DriverManager.getConnection(server.adminJdbcUrl(), server.adminUser(), server.adminPassword());
    }
}
