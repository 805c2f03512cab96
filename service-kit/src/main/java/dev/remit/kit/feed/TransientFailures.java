package dev.remit.kit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.SqlFailure;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;

/**
 * Tells trouble that passes by itself and would meet any event (a database or neighbour that is away, a lock that somebody
 * holds) from the failure of one event. What is not known to pass is held against the event.
 */
final class TransientFailures {
    private static final int MAX_DEPTH = 32;

    /** Of a neighbour that does not know us just now, has too much to do, or is not there. */
    private static final Set<Integer> STATUSES = Set.of(401, 408, 429, 502, 503, 504);

    /** Of our own, where one was thrown on the way. */
    private static final Set<ProblemType> PROBLEMS =
            EnumSet.of(ProblemType.BUSY, ProblemType.STALE, ProblemType.SERVICE_UNAVAILABLE);

    private TransientFailures() {}

    static boolean is(Throwable failure) {
        return anywhere(failure, TransientFailures::passes, MAX_DEPTH);
    }

    /** What broke a commit is not the cause of a failure but lies beside it. */
    private static boolean anywhere(Throwable failure, Predicate<Throwable> test, int depth) {
        return failure != null
                && depth > 0
                && (test.test(failure)
                        || anywhere(failure.getCause(), test, depth - 1)
                        || Stream.of(failure.getSuppressed()).anyMatch(beside -> anywhere(beside, test, depth - 1)));
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case OutOfMemoryError ignored -> true;
            case InterruptedException ignored -> true;
            case TimeoutException ignored -> true;
            case OptimisticLockException ignored -> true;
            case StaleStateException ignored -> true;
            case OidcClientException ignored -> true;
            case Problem problem -> PROBLEMS.contains(problem.type());
            case SQLException sql -> SqlFailure.passes(sql);
            case WebApplicationException web ->
                STATUSES.contains(web.getResponse().getStatus());
            case ProcessingException call -> !isUnreadable(call);
            case JsonProcessingException ignored -> false;
            case IOException ignored -> true;
            default -> false;
        };
    }

    private static boolean isUnreadable(ProcessingException call) {
        return anywhere(call, cause -> cause instanceof JsonProcessingException, MAX_DEPTH);
    }
}
