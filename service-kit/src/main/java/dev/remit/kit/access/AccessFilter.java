package dev.remit.kit.access;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which accesses to show. */
public class AccessFilter {
    private static final int LONGEST = 500;

    @Parameter(description = "Only what this login asked for")
    @QueryParam("user")
    @Size(max = LONGEST)
    String user;

    @Parameter(description = "Only this operation, such as getQuote")
    @QueryParam("operation")
    @Size(max = LONGEST)
    String operation;

    @Parameter(description = "Only this path, without its query")
    @QueryParam("object")
    @Size(max = LONGEST)
    String object;

    @Parameter(description = "Only from this moment on")
    @QueryParam("from")
    Instant from;

    @Parameter(description = "Only before this moment")
    @QueryParam("to")
    Instant to;

    void addTo(List<String> conditions, List<Object> arguments) {
        add(" AND login = ?", user, conditions, arguments);
        add(" AND operation = ?", operation, conditions, arguments);
        add(" AND object = ?", object, conditions, arguments);
        add(" AND at >= ?", from, conditions, arguments);
        add(" AND at < ?", to, conditions, arguments);
    }

    private static void add(String condition, Object value, List<String> conditions, List<Object> arguments) {
        if (value != null) {
            conditions.add(condition);
            arguments.add(value);
        }
    }
}
