package dev.remit.kit.access;

import dev.remit.kit.sql.Conditions;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/** Which accesses to show. */
public class AccessFilter {
    private static final int LONGEST = 500;

    /** Only what this login asked for. */
    @QueryParam("user")
    @Size(max = LONGEST)
    String user;

    /** Only this operation, such as getQuote. */
    @QueryParam("operation")
    @Size(max = LONGEST)
    String operation;

    /** Only this path, without its query. */
    @QueryParam("object")
    @Size(max = LONGEST)
    String object;

    /** Only from this moment on. */
    @QueryParam("from")
    Instant from;

    /** Only before this moment. */
    @QueryParam("to")
    Instant to;

    Conditions conditions() {
        return new Conditions()
                .and("login = ?", user)
                .and("operation = ?", operation)
                .and("object = ?", object)
                .and("at >= ?", from)
                .and("at < ?", to);
    }
}
