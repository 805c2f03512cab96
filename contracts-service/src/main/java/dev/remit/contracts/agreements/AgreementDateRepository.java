package dev.remit.contracts.agreements;

import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The dates of the tenant's agreements. */
@ApplicationScoped
class AgreementDateRepository implements PanacheRepositoryBase<AgreementDate, UUID> {

    List<AgreementDate> of(Agreement agreement) {
        return list("agreement", agreement);
    }

    Optional<AgreementDate> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order of dates after the cursor, one more than the limit. */
    List<AgreementDate> page(
            Optional<String> clientCode, Optional<LocalDate> until, Optional<Cursor> after, int limit) {
        Parameters bounds = new Parameters();
        clientCode.ifPresent(code -> bounds.and("client", code));
        until.ifPresent(date -> bounds.and("until", date));
        after.ifPresent(
                cursor -> bounds.and("date", LocalDate.parse(cursor.string(0))).and("id", cursor.uuid(1)));
        return find(
                        "from AgreementDate d join fetch d.agreement a join fetch a.client c where 1 = 1"
                                + (clientCode.isPresent() ? " and c.code = :client" : "")
                                + (until.isPresent() ? " and d.date <= :until" : "")
                                + (after.isPresent() ? " and (d.date > :date or (d.date = :date and d.id > :id))" : "")
                                + " order by d.date, d.id",
                        bounds)
                .page(0, limit + 1)
                .list();
    }
}
