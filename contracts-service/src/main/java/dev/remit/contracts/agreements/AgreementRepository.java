package dev.remit.contracts.agreements;

import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agreements of the tenant at work. */
@ApplicationScoped
class AgreementRepository implements PanacheRepositoryBase<Agreement, UUID> {
    private static final String SIGNED_FOR = " and exists (select 1 from AgreementVersion v where v.agreement = a"
            + " and v.documentHash is not null and v.effectiveFrom <= :date"
            + " and (v.effectiveTo is null or v.effectiveTo > :date))";

    /**
     * Newest first after the cursor, one more than the limit; ids grow with time.
     *
     * @param kind leaves out the others
     * @param signedFor leaves out agreements of which no signed version has that date; those that stay may have none in
     *     force on it, since a later version ends an earlier one
     */
    List<Agreement> page(
            Optional<String> clientCode,
            Optional<AgreementKind> kind,
            Optional<LocalDate> signedFor,
            Optional<Cursor> after,
            int limit) {
        Parameters bounds = new Parameters();
        clientCode.ifPresent(code -> bounds.and("client", code));
        kind.ifPresent(only -> bounds.and("kind", only));
        signedFor.ifPresent(date -> bounds.and("date", date));
        after.ifPresent(cursor -> bounds.and("before", cursor.uuid(0)));
        return find(
                        "from Agreement a join fetch a.client c where 1 = 1"
                                + (clientCode.isPresent() ? " and c.code = :client" : "")
                                + (kind.isPresent() ? " and a.kind = :kind" : "")
                                + (signedFor.isPresent() ? SIGNED_FOR : "")
                                + (after.isPresent() ? " and a.id < :before" : "") + " order by a.id desc",
                        bounds)
                .page(0, limit + 1)
                .list();
    }
}
