package dev.remit.kit.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.blagerweij.sessionlock.MySQLLockService;
import dev.remit.kit.app.KitTest;
import dev.remit.stack.MySqlServer;
import dev.remit.stack.TestMySql;
import io.quarkus.liquibase.LiquibaseFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.Test;

/** One replica at a time migrates a schema, under a lock that the server takes from whoever is gone. */
@QuarkusTest
class MigrationLockTest extends KitTest {
    /** The library asks for 5 seconds, and again after a pause. */
    private static final int LONGEST_WAIT_SECONDS = 30;

    @Inject
    LiquibaseFactory liquibase;

    private static LockService lock(Liquibase replica) {
        return LockServiceFactory.getInstance().getLockService(replica.getDatabase());
    }

    @Test
    void theLockIsTheServersAndNoRow() throws Exception {
        try (Liquibase replica = liquibase.createLiquibase()) {
            assertInstanceOf(MySQLLockService.class, lock(replica));
            assertEquals(
                    0,
                    number(
                            replica,
                            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                                    + " AND LOWER(table_name) = 'databasechangeloglock'"),
                    "a table of locks, although this application has migrated");
        }
    }

    @Test
    void killedMigrationKeepsNobodyOut() throws Exception {
        try (Liquibase next = liquibase.createLiquibase()) {
            Liquibase killed = liquibase.createLiquibase();
            assertTrue(lock(killed).acquireLock());
            LockService ofNext = lock(next);
            Future<?> waiting = startsWaiting(next, ofNext);
            assertFalse(waiting.isDone());
            asAdministrator("KILL " + connectionOf(killed));
            waiting.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            ofNext.releaseLock();
        }
    }

    @Test
    void twoReplicasMigrateOneAfterTheOther() throws Exception {
        try (Liquibase first = liquibase.createLiquibase();
                Liquibase second = liquibase.createLiquibase()) {
            // As Quarkus does it at a start: Liquibase forgets its lock services while it updates.
            LockService ofFirst = lock(first);
            LockService ofSecond = lock(second);
            ofFirst.waitForLock();
            Future<?> waiting = startsWaiting(second, ofSecond);
            first.update();
            ofFirst.releaseLock();
            waiting.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            ofSecond.releaseLock();
        }
    }

    /** Returns once the server has it wait for the lock. */
    private static Future<?> startsWaiting(Liquibase replica, LockService lock) throws Exception {
        long connection = connectionOf(replica);
        FutureTask<?> waiting = new FutureTask<>(() -> {
            lock.waitForLock();
            return null;
        });
        Thread.ofVirtual().start(waiting);
        String look = "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User lock' AND id = ";
        while (!waiting.isDone() && asAdministrator(look + connection) == 0) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    private static long connectionOf(Liquibase replica) throws SQLException {
        return number(replica, "SELECT CONNECTION_ID()");
    }

    private static long number(Liquibase replica, String query) throws SQLException {
        Connection connection = ((JdbcConnection) replica.getDatabase().getConnection()).getUnderlyingConnection();
        try (Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    /** @return the number that it answers, 0 where it answers none */
    private static long asAdministrator(String statement) throws SQLException {
        MySqlServer server = TestMySql.shared();
        try (Connection administrator =
                        DriverManager.getConnection(server.adminJdbcUrl(), server.adminUser(), server.adminPassword());
                Statement say = administrator.createStatement()) {
            if (!say.execute(statement)) {
                return 0;
            }
            try (ResultSet answer = say.getResultSet()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}
