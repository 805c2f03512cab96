package dev.remit.kit.access;

import dev.remit.kit.sql.Conditions;
import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The accesses on record. The application can add to them, read them, and forget old ones. */
@ApplicationScoped
class AccessTable {
    private final Sql sql;

    AccessTable(Sql sql) {
        this.sql = sql;
    }

    /** @param accesses at least one */
    void insert(List<Access> accesses) {
        List<Object> arguments = new ArrayList<>();
        for (Access access : accesses) {
            arguments.addAll(Arrays.asList(
                    access.tenant(),
                    access.id(),
                    access.at(),
                    access.subject(),
                    access.login(),
                    access.client(),
                    access.address(),
                    access.operation(),
                    access.object(),
                    access.status(),
                    access.requestId()));
        }
        sql.update(
                "INSERT INTO access_record (tenant_id, id, at, subject, login, client, address, operation, object,"
                        + " status, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + ", (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".repeat(accesses.size() - 1),
                arguments.toArray());
    }

    /**
     * At most one more than the limit, newest first.
     *
     * @param before id of the last one of the page before
     */
    List<AccessView> page(UUID tenant, AccessFilter filter, UUID before, int limit) {
        Conditions conditions = filter.conditions();
        return sql.list(
                "SELECT id, at, subject, login, client, address, operation, object, status, request_id"
                        + " FROM access_record WHERE tenant_id = ? AND id < ?" + conditions.sql()
                        + " ORDER BY id DESC LIMIT ?",
                AccessTable::view,
                conditions.argumentsBetween(List.of(tenant, before), limit + 1));
    }

    private static AccessView view(Sql.Row row) throws SQLException {
        int status = (int) row.number(9);
        return new AccessView(
                row.uuid(1),
                row.instant(2),
                new AccessView.User(row.text(3), row.text(4), row.text(5)),
                row.text(6),
                row.text(7),
                row.text(8),
                status,
                AccessView.Outcome.of(status),
                row.text(10));
    }

    /** Deletes at most {@code limit} records of any tenant from before a moment. */
    int deleteBefore(Instant moment, int limit) {
        return sql.update("DELETE FROM access_record WHERE at < ? LIMIT " + limit, moment);
    }
}
