package dev.remit.tickets.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.problem.Failures;
import dev.remit.kit.problem.Problem;
import dev.remit.tickets.connections.Connections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes many snapshots of a source in, one a line and each for itself, in a transaction of its own: what is wrong with one keeps
 * no other from being stored.
 */
@ApplicationScoped
public class RowsIntake {
    public static final String NDJSON = "application/x-ndjson";

    /** So many are taken in well within the time that a caller waits for an answer. */
    static final int MOST_ROWS = 500;

    private static final String BODY = "body";

    private final Connections connections;
    private final Authors authors;
    private final Validator validator;
    private final ObjectMapper json;

    RowsIntake(Connections connections, Authors authors, Validator validator, ObjectMapper json) {
        this.connections = connections;
        this.authors = authors;
        this.validator = validator;
        this.json = json;
    }

    /**
     * What is made of one snapshot.
     *
     * @param <R> how its receipt is shown
     */
    public interface Door<R> {
        R take(SourceReference reference, byte[] snapshot) throws IOException;
    }

    /**
     * Gives a line for each line that says something.
     *
     * @param member by which a line has the snapshot
     * @param <R> how receipts are shown
     * @throws Problem not-found for an unknown connection, forbidden for a person who writes for a platform, validation for too
     *     many lines
     */
    public <R> byte[] take(String connection, String member, byte[] body, Door<R> door) throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> authors.requireMayWrite(connections.named(connection).orElseThrow(Problem::notFound)));
        List<SourceRow> rows = rows(body);
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        for (SourceRow row : rows) {
            results.writeBytes(json.writeValueAsBytes(take(connection, member, row, door)));
            results.write('\n');
        }
        return results.toByteArray();
    }

    private static List<SourceRow> rows(byte[] body) {
        List<SourceRow> rows = new ArrayList<>();
        int number = 1;
        for (int from = 0; from < body.length; number++) {
            int end = from;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            SourceRow row = new SourceRow(number, body, from, end);
            if (!row.isBlank()) {
                rows.add(row);
            }
            from = end + 1;
        }
        if (rows.size() > MOST_ROWS) {
            throw Problem.invalid(BODY, "must have at most " + MOST_ROWS + " lines", "size");
        }
        return rows;
    }

    private <R> RowResult<R> take(String connection, String member, SourceRow row, Door<R> door) {
        String externalId = null;
        String inside = "";
        try {
            SourceRow.Content content = row.read(json.getFactory(), member);
            externalId = content.externalId();
            content.requireBoth(member);
            SourceReference reference = valid(SourceReference.of(connection, externalId));
            inside = member + ".";
            return RowResult.of(row.number(), externalId, door.take(reference, content.snapshot()));
        } catch (IOException | RuntimeException refused) {
            return RowResult.of(row.number(), externalId, Failures.problem(refused), inside);
        }
    }

    private SourceReference valid(SourceReference reference) {
        var violations = validator.validate(reference);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return reference;
    }
}
