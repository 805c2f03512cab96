package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.SqlFailure;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailuresTest {
    static Stream<Throwable> passing() {
        RollbackException commit = new RollbackException("no commit");
        commit.addSuppressed(new SQLTransactionRollbackException("deadlock", "40001", 1213));
        return Stream.of(
                new IllegalStateException(new SQLException("gone", "08S01", 0)),
                new IllegalStateException(new SQLException("lock wait timeout", "HY000", 1205)),
                new SQLException("read-only", "HY000", 1290),
                new SQLException("interrupted", "70100", 1317),
                new SQLException("ran too long", "HY000", 3024),
                new SQLException("too many connections of this user", "42000", 1203),
                new SQLException("new password", "28000", 1045),
                Problem.of(ProblemType.BUSY),
                Problem.unavailable("Not now."),
                new IllegalStateException(commit),
                new UncheckedIOException(new ConnectException()),
                new ProcessingException("no answer"),
                new OutOfMemoryError());
    }

    @ParameterizedTest
    @MethodSource
    void passing(Throwable trouble) {
        assertTrue(TransientFailures.is(trouble));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalArgumentException("no such thing"),
                new NullPointerException(),
                Problem.conflict("It is there already."),
                new StackOverflowError(),
                new IllegalStateException(new SQLException("too long", "22001", 1406)),
                new SQLIntegrityConstraintViolationException("duplicate", "23000", 1062),
                new UncheckedIOException(new JsonParseException(null, "no JSON")),
                new ProcessingException(new JsonParseException(null, "no JSON")));
    }

    @ParameterizedTest
    @MethodSource
    void lasting(Throwable failure) {
        assertFalse(TransientFailures.is(failure));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 502, 503, 504})
    void neighbourThatIsNotThereComesBack(int status) {
        assertTrue(TransientFailures.is(new WebApplicationException(status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 500})
    void neighbourThatRefusesThisEventDoesSoAgain(int status) {
        assertFalse(TransientFailures.is(new WebApplicationException(status)));
    }

    /** The pool's own words, which have no code. */
    @Test
    void aPoolThatGetsNoConnectionMadeInTimeIsPassingTrouble() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(connections -> connections
                                .maxSize(1)
                                .acquisitionTimeout(Duration.ofMillis(200))
                                .connectionFactoryConfiguration(database -> database.jdbcUrl("jdbc:mysql://127.0.0.1:"
                                        + silent.getLocalPort() + "/none?socketTimeout=1000&sslMode=DISABLED"))))) {
            SQLException gaveUp = assertThrows(SQLException.class, pool::getConnection);
            assertTrue(SqlFailure.isWithoutConnection(gaveUp), gaveUp.toString());
            assertTrue(TransientFailures.is(gaveUp));
        }
    }
}
