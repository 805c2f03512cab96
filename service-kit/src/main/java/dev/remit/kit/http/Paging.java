package dev.remit.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** How much of a list a caller asks for: a {@code @Valid @BeanParam} of every list. */
public class Paging {
    public static final int MAX = 200;

    /** How many items at most. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(MAX)
    public int limit;

    /** The next of an earlier page; the first page without. */
    @QueryParam("cursor")
    public String cursor;

    public int limit() {
        return limit;
    }

    /**
     * Where the earlier page ended; empty for the first page.
     *
     * @param parts how many values the list is sorted by
     */
    public Optional<Cursor> after(int parts) {
        return cursor == null ? Optional.empty() : Optional.of(Cursor.parse(cursor, parts));
    }
}
