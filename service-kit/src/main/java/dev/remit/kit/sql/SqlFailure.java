package dev.remit.kit.sql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;

/** A statement that the database refused; the cause is the driver's exception. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public static final int NO_WAY_INTO_SCHEMA = 1044;
    public static final int DUPLICATE_KEY = 1062;
    public static final int COMMAND_DENIED = 1142;
    public static final int NO_SUCH_TABLE = 1146;
    public static final int LOCK_WAIT_TIMEOUT = 1205;
    public static final int DEADLOCK = 1213;
    public static final int LOCKED_ELSEWHERE = 3572;

    /** What any statement can meet, by MySQL's numbers. */
    private static final Set<Integer> PASSING = Set.of(
            // Full, or out of memory, threads or connections.
            1021,
            1030,
            1037,
            1038,
            1040,
            1041,
            1114,
            1135,
            1203,
            1206,
            1226,
            // Ending, killed, cut short, or the primary no longer.
            1053,
            1180,
            1290,
            1317,
            1836,
            3024,
            3101,
            3169,
            4031,
            // Not let in, or the schema is not there yet.
            1045,
            NO_WAY_INTO_SCHEMA,
            COMMAND_DENIED,
            NO_SUCH_TABLE,
            // Somebody else is at it.
            LOCK_WAIT_TIMEOUT,
            DEADLOCK,
            LOCKED_ELSEWHERE);

    SqlFailure(SQLException cause) {
        super(cause);
    }

    /** MySQL's error number at the root of a failure, however many layers have wrapped it; empty if MySQL gave none. */
    public static Optional<Integer> errorOf(Throwable failure) {
        return sqlException(failure).map(SQLException::getErrorCode).filter(code -> code > 0);
    }

    /** Whether two met on the same new row, or held each other up: the second time each finds what the other made. */
    public static boolean isCollision(Throwable failure) {
        return is(failure, DUPLICATE_KEY) || is(failure, DEADLOCK);
    }

    public static boolean is(Throwable failure, int error) {
        return errorOf(failure).filter(code -> code == error).isPresent();
    }

    /** Whether the database is away, busy, full or closed to us, whatever it was asked: the same statement can do later. */
    public static boolean passes(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return PASSING.contains(failure.getErrorCode())
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("40")
                || isWithoutConnection(failure);
    }

    /**
     * Whether the pool gave no connection that works: none came free in time, no new one was made, or the one it gave was
     * closed before a transaction could begin on it. It has no state for any of them.
     */
    public static boolean isWithoutConnection(SQLException failure) {
        return isEveryConnectionInUse(failure)
                || says(failure, "Acquisition timeout while waiting for new connection")
                || says(failure, "Failed to enlist.");
    }

    /** Whether no connection of the pool came free in time, which says nothing against the database. */
    public static boolean isEveryConnectionInUse(SQLException failure) {
        return says(failure, "Sorry, acquisition timeout!");
    }

    private static boolean says(SQLException failure, String words) {
        return failure.getMessage() != null && failure.getMessage().contains(words);
    }

    /** The innermost SQLException among the causes of a failure. */
    public static Optional<SQLException> sqlException(Throwable failure) {
        SQLException found = null;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 32; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return Optional.ofNullable(found);
    }
}
