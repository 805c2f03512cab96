package dev.remit.kit.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One page of a list.
 *
 * @param next cursor of the page after this one, null on the last page
 */
public record Page<T>(List<T> items, @MayBeAbsent String next) implements Continued {
    /**
     * Makes a page from one row more than the limit, which is how a query learns that there is a next page.
     *
     * @param rows at most {@code limit + 1}, in the order of the list
     * @param cursor of the last row shown
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, T> view, Function<R, Cursor> cursor) {
        return of(rows, limit, row -> true, view, cursor);
    }

    /**
     * The same without some of the rows, so that a page may have fewer items than its limit and yet a next one.
     *
     * @param shown whether a row is among the items
     */
    public static <R, T> Page<T> of(
            List<R> rows, int limit, Predicate<R> shown, Function<R, T> view, Function<R, Cursor> cursor) {
        List<R> page = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor.apply(page.getLast()).text() : null;
        return new Page<>(page.stream().filter(shown).map(view).toList(), next);
    }

    @Override
    public Optional<Continuation> continuation() {
        return Optional.ofNullable(next).map(cursor -> new Continuation("cursor", cursor));
    }
}
