package dev.remit.kit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.SqlFailure;
import jakarta.transaction.RollbackException;
import java.io.EOFException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    /** As Narayana and Agroal tell of a database that went away between the last statement and the end of the commit. */
    private static RuntimeException brokenCommit(SQLException because) {
        XAException resource = new XAException("Error trying to transactionCommit local transaction");
        resource.initCause(because);
        RollbackException rollback = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rollback.addSuppressed(resource);
        return new IllegalStateException("Error invoking subclass method", rollback);
    }

    @Test
    void databaseThatGoesAwayDuringTheCommitIsUnavailable() {
        Problem problem = Failures.problem(brokenCommit(new SQLException("Communications link failure", "08S01")));
        assertEquals(ProblemType.SERVICE_UNAVAILABLE, problem.type());
    }

    @Test
    void databaseThatGoesAwayInTheMiddleOfAnAnswerIsUnavailable() {
        EOFException end = new EOFException("Expected to read 668 bytes, read 299 bytes before connection was lost");
        SQLException cutOff = new SQLException(end.getMessage(), "S1000", new IllegalStateException(end));
        assertEquals(
                ProblemType.SERVICE_UNAVAILABLE,
                Failures.problem(new IllegalStateException("JDBC exception executing SQL", cutOff))
                        .type());
    }

    /** As Agroal tells of a connection that MySQL closed after the pool had found it sound. */
    @Test
    void connectionThatIsClosedBeforeItsTransactionBeginsIsUnavailable() {
        SQLException refused = new SQLException(
                "Failed to enlist. Check if a connection from another datasource is already enlisted to the same transaction");
        SQLException association =
                new SQLException("Exception in association of connection to existing transaction", refused);
        assertEquals(
                ProblemType.SERVICE_UNAVAILABLE,
                Failures.problem(new IllegalStateException(association)).type());
        assertTrue(SqlFailure.passes(
                SqlFailure.sqlException(new IllegalStateException(association)).orElseThrow()));
    }

    @Test
    void aDuplicateThatNobodyForesawBlamesUs() {
        SQLException duplicate = new SQLException("Duplicate entry '1' for key 'gadget.PRIMARY'", "23000", 1062);
        assertEquals(
                ProblemType.INTERNAL_ERROR,
                Failures.problem(new IllegalStateException("could not execute batch", duplicate))
                        .type());
    }

    @Test
    void commitThatFailsForNoKnownReasonBlamesUs() {
        Problem problem = Failures.problem(brokenCommit(new SQLException("The disk is on fire", "HY000")));
        assertEquals(ProblemType.INTERNAL_ERROR, problem.type());
    }
}
