package dev.remit.billing.approvals;

import dev.remit.billing.books.ClientBook;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The quotes of the current tenant. */
@ApplicationScoped
class Quotes implements PanacheRepositoryBase<Quote, UUID> {
    private final ClientBook book;

    Quotes(ClientBook book) {
        this.book = book;
    }

    Quote require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /** The quote as it is now, in its client's book, which stays open until the transaction ends. */
    Quote requireInOpenBook(UUID id) {
        Quote quote = require(id);
        book.open(quote.clientId());
        getEntityManager().refresh(quote);
        return quote;
    }

    Optional<Quote> initialOf(UUID workItemId) {
        return find("workItemId = ?1 and initialKey = 1", workItemId).firstResultOptional();
    }

    List<Quote> of(UUID workItemId) {
        return list("workItemId", workItemId);
    }

    List<Quote> approvedOf(UUID workItemId) {
        return list("workItemId = ?1 and status = ?2", workItemId, QuoteStatus.APPROVED);
    }

    List<Quote> sentOf(UUID clientId) {
        return list("clientId = ?1 and status = ?2 order by id", clientId, QuoteStatus.SENT);
    }

    List<Quote> openOf(UUID workItemId) {
        return list("workItemId = ?1 and status in ?2", workItemId, List.of(QuoteStatus.DRAFT, QuoteStatus.SENT));
    }

    /** The last of a work item's quotes that was not withdrawn. */
    Optional<Quote> latestOf(UUID workItemId) {
        return of(workItemId).stream()
                .filter(quote -> quote.status() != QuoteStatus.WITHDRAWN)
                .max(Comparator.comparing((Quote quote) -> quote.createdAt())
                        .thenComparing(quote -> quote.id().toString()));
    }

    /**
     * Quotes in the order in which they were drafted, at most one more than the limit.
     *
     * @param sentOnly whether drafts stay out that were never sent
     */
    List<Quote> page(QuoteFilter filter, Optional<UUID> client, boolean sentOnly, Optional<Cursor> after, int limit) {
        StringBuilder query = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        client.ifPresent(id -> narrow(query, values, " and clientId = :client", "client", id));
        if (sentOnly) {
            query.append(" and sentAt is not null");
        }
        if (filter.status != null) {
            narrow(query, values, " and status = :status", "status", filter.status);
        }
        if (filter.ticketId != null) {
            narrow(query, values, " and ticketId = :ticket", "ticket", filter.ticketId);
        }
        if (Boolean.TRUE.equals(filter.needsApprover)) {
            narrow(query, values, " and approver.goneAt is not null and status = :out", "out", QuoteStatus.SENT);
        }
        after.ifPresent(cursor -> narrow(query, values, " and id > :after", "after", cursor.uuid(0)));
        return find(query + " order by id", values).range(0, limit).list();
    }

    private static void narrow(StringBuilder query, Parameters values, String condition, String name, Object value) {
        query.append(condition);
        values.and(name, value);
    }
}
