package dev.remit.contracts;

import dev.remit.kit.http.Answers;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.SqlFailure;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The row of something that is made over more than one transaction. It is written first, with the request's key: the same
 * request under the same key finds it and goes on where it broke off.
 *
 * @param again whether an earlier request has written it
 */
public record RequestedOnce(UUID id, boolean again) {

    /**
     * A row that is there.
     *
     * @param digest of the request that wrote it
     */
    public record Row(UUID id, byte[] digest) {}

    /**
     * Finds the row of a request, or writes it.
     *
     * @param earlier looks for the row with the request's key
     * @param write writes it, where a unique index holds its key
     * @throws Problem key-reused for another request under that key; busy, where somebody else has just written something that
     *     it cannot be beside
     */
    public static RequestedOnce of(RequestKey request, Supplier<Optional<Row>> earlier, Supplier<UUID> write) {
        return found(request, earlier).orElseGet(() -> written(request, earlier, write));
    }

    private static Optional<RequestedOnce> found(RequestKey request, Supplier<Optional<Row>> earlier) {
        Optional<Row> row = earlier.get();
        row.ifPresent(known -> request.requireSame(known.digest()));
        return row.map(known -> new RequestedOnce(known.id(), true));
    }

    private static RequestedOnce written(RequestKey request, Supplier<Optional<Row>> earlier, Supplier<UUID> write) {
        try {
            return new RequestedOnce(write.get(), false);
        } catch (RuntimeException failure) {
            if (!SqlFailure.is(failure, SqlFailure.DUPLICATE_KEY)) {
                throw failure;
            }
            return found(request, earlier).orElseThrow(RequestedOnce::busy);
        }
    }

    /** Somebody else is at it. */
    public static Problem busy() {
        return Problem.of(ProblemType.BUSY, "This is being worked on; ask again in two minutes.");
    }

    /** The answer, which says so where it is given again. */
    public <T> RestResponse<T> answer(String location, T body) {
        RestResponse<T> answer = Answers.created(location, body);
        if (again) {
            answer.getHeaders().putSingle(RequestKey.REPLAYED, "true");
        }
        return answer;
    }
}
