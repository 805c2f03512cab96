package dev.remit.contracts;

import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pages of rows in the order of their making, which their ids tell. */
public final class PageById {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private PageById() {}

    /** One row more than the limit. */
    public static <T> List<T> of(PanacheRepositoryBase<T, UUID> rows, Optional<Cursor> after, int limit) {
        UUID last = after.map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL);
        return rows.find("id > :last order by id", Parameters.with("last", last))
                .page(0, limit + 1)
                .list();
    }
}
