package dev.remit.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.trace.Trace;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

/** Decides which problem a failure is: the one place between exceptions and statuses. */
public final class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final int MAX_DEPTH = 32;

    private Failures() {}

    /** The problem that a failure is to the caller. What nobody foresaw is logged with its stack and told without detail. */
    public static Problem problem(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++, cause = cause.getCause()) {
            Optional<Problem> known = known(cause);
            if (known.isPresent()) {
                logIfOurs(known.get(), failure);
                return known.get();
            }
        }
        Problem unforeseen = Problem.of(ProblemType.INTERNAL_ERROR);
        logIfOurs(unforeseen, failure);
        return unforeseen;
    }

    private static void logIfOurs(Problem problem, Throwable failure) {
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            LOG.errorf(failure, "Request %s failed", Trace.requestId());
        } else if (problem.type().status() >= 500) {
            LOG.warnf("Request %s: %s because of %s", Trace.requestId(), problem, failure);
        }
    }

    private static Optional<Problem> known(Throwable failure) {
        return switch (failure) {
            case Problem problem -> Optional.of(problem);
            case ConstraintViolationException violations -> Violations.problem(violations);
            case JsonProcessingException json -> Optional.of(JsonFaults.problem(json));
            case UnauthorizedException ignored -> Optional.of(unauthorized());
            case AuthenticationException ignored -> Optional.of(unauthorized());
            case ForbiddenException ignored -> Optional.of(Problem.of(ProblemType.FORBIDDEN));
            case OptimisticLockException ignored -> Optional.of(Problem.of(ProblemType.STALE));
            case StaleStateException ignored -> Optional.of(Problem.of(ProblemType.STALE));
            case WebApplicationException web -> web(web);
            case ProcessingException ignored -> Optional.of(dependencyDown());
            case ConnectException ignored -> Optional.of(dependencyDown());
            case SQLException sql -> sql(sql);
            case RollbackException rollback -> commit(rollback);
            default -> Optional.empty();
        };
    }

    private static Problem unauthorized() {
        return Problem.of(ProblemType.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Problem dependencyDown() {
        return Problem.unavailable("A service that this needs cannot be reached.");
    }

    /** A bare status is as good as its cause: a reader wraps what it found wrong with the body. */
    private static Optional<Problem> web(WebApplicationException web) {
        if (web.getCause() instanceof JsonProcessingException json) {
            return Optional.of(JsonFaults.problem(json));
        }
        if (web.getCause() instanceof Problem problem) {
            return Optional.of(problem);
        }
        int status = web.getResponse().getStatus();
        if (isAnswerOfAnotherService(web) || status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            return Optional.of(dependencyDown());
        }
        if (status >= 500) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(ProblemType.ofStatus(status)));
    }

    private static boolean isAnswerOfAnotherService(WebApplicationException web) {
        return web instanceof org.jboss.resteasy.reactive.ClientWebApplicationException;
    }

    /** What broke a commit is not the cause of the failure but lies beside it. */
    private static Optional<Problem> commit(RollbackException rollback) {
        return Stream.of(rollback.getSuppressed())
                .flatMap(beside -> SqlFailure.sqlException(beside).stream())
                .flatMap(sql -> sql(sql).stream())
                .findFirst();
    }

    private static Optional<Problem> sql(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return switch (sql.getErrorCode()) {
            case SqlFailure.LOCK_WAIT_TIMEOUT, SqlFailure.LOCKED_ELSEWHERE, SqlFailure.DEADLOCK ->
                Optional.of(Problem.of(ProblemType.BUSY, "Another request is changing the same thing; try again.")
                        .header(HttpHeaders.RETRY_AFTER, "1"));
            default ->
                state.startsWith("08") || SqlFailure.isWithoutConnection(sql) || isCutOff(sql)
                        ? Optional.of(Problem.unavailable("The database cannot be reached."))
                        : Optional.empty();
        };
    }

    /** In the middle of an answer MySQL's driver gives no state, but what broke its stream. */
    private static boolean isCutOff(SQLException sql) {
        Throwable cause = sql.getCause();
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++, cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
