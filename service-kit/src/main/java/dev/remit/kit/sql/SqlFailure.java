package dev.remit.kit.sql;

import java.sql.SQLException;
import java.util.Optional;

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

    SqlFailure(SQLException cause) {
        super(cause);
    }

    /** MySQL's error number at the root of a failure, however many layers have wrapped it; empty if MySQL gave none. */
    public static Optional<Integer> errorOf(Throwable failure) {
        return sqlException(failure).map(SQLException::getErrorCode).filter(code -> code > 0);
    }

    public static boolean is(Throwable failure, int error) {
        return errorOf(failure).filter(code -> code == error).isPresent();
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
