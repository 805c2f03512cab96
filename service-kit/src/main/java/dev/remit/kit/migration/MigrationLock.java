package dev.remit.kit.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import liquibase.database.Database;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.StandardLockService;

/**
 * Lets one replica at a time migrate a schema, under a lock that the server gives to a connection. Liquibase's own is a row:
 * a replica that is killed at its start leaves it behind, and no other ever starts again. This one ends with whoever holds it.
 *
 * <p>Found by Liquibase as a service; public with a public constructor for its sake.
 */
public class MigrationLock extends StandardLockService {
    private static final String NAME = "LEFT(CONCAT('migration of ', DATABASE()), 64)";
    private static final String ACQUIRE = "SELECT GET_LOCK(" + NAME + ", ?)";
    private static final String OURS = "SELECT IS_USED_LOCK(" + NAME + ") = CONNECTION_ID()";
    private static final String RELEASE = "SELECT RELEASE_LOCK(" + NAME + ")";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    @Override
    public int getPriority() {
        return super.getPriority() + 1;
    }

    @Override
    public boolean supports(Database candidate) {
        return candidate instanceof MySQLDatabase && candidate.getConnection() instanceof JdbcConnection;
    }

    /** There is no table to prepare. */
    @Override
    public void init() {
        isDatabaseChangeLogLockTableInitialized = true;
    }

    @Override
    public void waitForLock() throws LockException {
        if (!acquire(LONGEST_WAIT)) {
            throw new LockException(
                    "Another replica has been migrating the schema for " + LONGEST_WAIT.toMinutes() + " minutes");
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        return acquire(Duration.ZERO);
    }

    /** Asks the server each time: Liquibase forgets its services while it works, and counts no locks as the server does. */
    private boolean acquire(Duration wait) throws LockException {
        held(isOne(OURS) || isOne(ACQUIRE, wait.toSeconds()));
        return hasChangeLogLock;
    }

    @Override
    public void releaseLock() throws LockException {
        isOne(RELEASE);
        held(false);
    }

    private void held(boolean held) {
        hasChangeLogLock = held;
        database.setCanCacheLiquibaseTableInfo(held);
    }

    @Override
    public void forceReleaseLock() throws LockException {
        releaseLock();
    }

    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    @Override
    public void reset() {
        hasChangeLogLock = false;
    }

    @Override
    public void destroy() {
        reset();
    }

    private boolean isOne(String query, Object... arguments) throws LockException {
        Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        } catch (SQLException e) {
            throw new LockException(e);
        }
    }
}
