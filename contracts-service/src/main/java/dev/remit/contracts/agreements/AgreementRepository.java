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
        Parameters bounds = new Parameters();
        clientCode.ifPresent(code -> bounds.and("client", code));
        after.ifPresent(cursor -> bounds.and("before", cursor.uuid(0)));
        return find(
                        "from Agreement a join fetch a.client c where 1 = 1"
                                + (clientCode.isPresent() ? " and c.code = :client" : "")
                                + (after.isPresent() ? " and a.id < :before" : "") + " order by a.id desc",
                        bounds)
                .page(0, limit + 1)
                .list();
    }
}
