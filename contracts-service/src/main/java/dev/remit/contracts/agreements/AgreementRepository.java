package dev.remit.contracts.agreements;

import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agreements of the tenant at work. */
@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {

    /** Newest first after the cursor, one more than the limit; ids grow with time. */
    List<Agreement> page(Optional<String> clientCode, Optional<Cursor> after, int limit) {
        return find(
                        "from Agreement a join fetch a.client c where (:client is null or c.code = :client)"
                                + " and (:before is null or a.id < :before) order by a.id desc",
                        Parameters.with("client", clientCode.orElse(null))
                                .and(
                                        "before",
                                        after.map(cursor -> cursor.uuid(0)).orElse(null)))
                .page(0, limit + 1)
                .list();
    }
}
