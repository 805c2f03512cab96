package dev.remit.tickets;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows from a moment on in the order of their times, some at once.
 *
 * @param completeBefore of rows of an earlier time all are here; null where these are all there are
 */
public record TimeOrderedRows<T>(List<T> rows, Instant completeBefore) {

    /**
     * @param rows those of the moment and later, at most so many as the limit
     * @param at gives the time of a row
     */
    public static <T> TimeOrderedRows<T> of(List<T> rows, int limit, Function<T, Instant> at) {
        return new TimeOrderedRows<>(rows, rows.size() < limit ? null : at.apply(rows.getLast()));
    }

    /** All there are. */
    public static <T> TimeOrderedRows<T> whole(List<T> rows) {
        return new TimeOrderedRows<>(rows, null);
    }

    /** Some of the rows, each as something else. */
    public <U> TimeOrderedRows<U> map(Predicate<T> which, Function<T, U> form) {
        return new TimeOrderedRows<>(rows.stream().filter(which).map(form).toList(), completeBefore);
    }
}
