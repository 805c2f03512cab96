package dev.remit.contracts.catalogue;

import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The catalogue of the tenant at work. */
@ApplicationScoped
class CatalogueRepository implements PanacheRepositoryBase<CatalogueItem, UUID> {

    Optional<CatalogueItem> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    Optional<CatalogueItem> lockByCode(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Rises with every change of any item. */
    long changes() {
        return getEntityManager()
                .createQuery("select coalesce(sum(revision), 0) from CatalogueItem", Long.class)
                .getSingleResult();
    }

    /** Rows by code after the cursor, one more than the limit. */
    List<CatalogueItem> page(Optional<Cursor> after, int limit) {
        return find(
                        "code > :after order by code",
                        Parameters.with(
                                "after", after.map(cursor -> cursor.string(0)).orElse("")))
                .page(0, limit + 1)
                .list();
    }
}
