package dev.remit.kit.migration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.stack.MySqlServer;
import dev.remit.stack.TestMySql;
import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MigrationLockTest extends KitTest {
    @Inject
    LiquibaseFactory liquibase;

    private static LockService lock(Liquibase replica) {
        return LockServiceFactory.getInstance().getLockService(replica.getDatabase());
    }

    @Test
    void killedMigrationKeepsNobodyOut() throws Exception {
        try (Liquibase next = liquibase.createLiquibase()) {
            Liquibase killed = liquibase.createLiquibase();
            assertTrue(lock(killed).acquireLock());
            assertFalse(lock(next).acquireLock());
            endConnectionOf(killed);
            lock(next).waitForLock();
            lock(next).releaseLock();
        }
    }

    /** All that a server sees of a process that is killed. */
    private static void endConnectionOf(Liquibase replica) throws Exception {
        MySqlServer server = TestMySql.shared();
        Connection connection = ((JdbcConnection) replica.getDatabase().getConnection()).getUnderlyingConnection();
        try (Statement ask = connection.createStatement();
                ResultSet id = ask.executeQuery("SELECT CONNECTION_ID()");
                Connection administrator =
                        DriverManager.getConnection(server.adminJdbcUrl(), server.adminUser(), server.adminPassword());
                Statement kill = administrator.createStatement()) {
            id.next();
            kill.execute("KILL " + id.getLong(1));
        }
    }

    @Test
    void twoReplicasMigrateOneAfterTheOther() throws Exception {
        try (Liquibase first = liquibase.createLiquibase();
                Liquibase second = liquibase.createLiquibase();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            LockService migrating = lock(first);
            migrating.waitForLock();
            Future<?> waiting = threads.submit(() -> {
                lock(second).waitForLock();
                return null;
            });
            first.update();
            migrating.releaseLock();
            waiting.get(5, TimeUnit.SECONDS);
            assertFalse(lock(first).acquireLock());
            lock(second).releaseLock();
        }
    }
}
