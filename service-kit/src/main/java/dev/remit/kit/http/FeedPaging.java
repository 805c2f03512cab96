package dev.remit.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** How much of a feed a caller asks for: a {@code @Valid @BeanParam} of every feed. */
public class FeedPaging {
    /** The last position that was read. */
    @QueryParam("after")
    @DefaultValue("0")
    @Min(0)
    public long after;

    /** How many items at most. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(Paging.MAX)
    public int limit;

    public long after() {
        return after;
    }

    public int limit() {
        return limit;
    }
}
