package dev.remit.contracts.clients;

import dev.remit.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clients of the tenant at work. */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<Client, UUID> {

    Optional<Client> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** Holds the row until the transaction ends, so that changes to one client come one after the other. */
    Optional<Client> lockByCode(String code) {
        return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Counts a change that is in rows of sites, approvers or references alone. */
    void countChange(Client client) {
        getEntityManager().lock(client, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Rows by code after the cursor, one more than the limit. */
    List<Client> page(Optional<String> onlyCode, Optional<Cursor> after, int limit) {
        Parameters bounds =
                Parameters.with("after", after.map(cursor -> cursor.string(0)).orElse(""));
        onlyCode.ifPresent(code -> bounds.and("only", code));
        return find("code > :after" + (onlyCode.isPresent() ? " and code = :only" : "") + " order by code", bounds)
                .page(0, limit + 1)
                .list();
    }
}
