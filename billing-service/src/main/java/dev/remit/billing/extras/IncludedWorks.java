package dev.remit.billing.extras;

import dev.remit.billing.clients.Clients;
import dev.remit.billing.clients.Clients.ClientRef;
import dev.remit.billing.extras.IncludedWork.ByClause;
import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums up the lines of included work. */
@ApplicationScoped
class IncludedWorks {
    private static final String BY_CLAUSE = """
            select basis.clauseId, basis.clauseTitle, basis.ground, figures.currency, count(distinct timeEntryId), sum(figures.minutes),
                sum(figures.amountMinor)
            from Extra
            where clientId = :client and status = INCLUDED and figures.heldReason = INCLUDED
                and basis.workDate between :first and :last
            group by basis.clauseId, basis.clauseTitle, basis.ground, figures.currency
            order by basis.clauseId, basis.clauseTitle, basis.ground, figures.currency
            """;

    private final EntityManager entities;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;

    IncludedWorks(EntityManager entities, Clients clients, Caller caller, TenantClock clock) {
        this.entities = entities;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
    }

    private record Clause(String id, String title, TreatmentByHand.Ground ground) {}

    /** @param amountMinor null where the lines are in no currency: nothing prices them */
    private record Part(
            String clauseId,
            String clauseTitle,
            TreatmentByHand.Ground ground,
            String currency,
            long timeEntries,
            long minutes,
            Long amountMinor) {

        Clause clause() {
            return new Clause(clauseId, clauseTitle, ground);
        }

        Money worth() {
            return Money.of(amountMinor, currency);
        }
    }

    /** A client's approver is shown their client's. */
    Page<IncludedWork> page(IncludedFilter filter, Paging paging) {
        Optional<String> code = caller.client().or(() -> Optional.ofNullable(filter.clientCode));
        boolean contradicts = caller.isBarredFrom(Optional.ofNullable(filter.clientCode));
        String after = paging.after(1).map(cursor -> cursor.string(0)).orElse("");
        List<ClientRef> some = contradicts ? List.of() : clients.inOrder(code, after, paging.limit() + 1);
        return Page.of(some, paging.limit(), client -> of(client, filter), client -> Cursor.after(client.code()));
    }

    private IncludedWork of(ClientRef client, IncludedFilter filter) {
        YearMonth month =
                filter.month().orElseGet(() -> YearMonth.from(clock.now().atZone(client.zone())));
        List<Part> parts = entities.createQuery(BY_CLAUSE, Part.class)
                .setParameter("client", client.id())
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .getResultList();
        Map<Clause, List<Part>> byClause = new LinkedHashMap<>();
        parts.forEach(part -> byClause.computeIfAbsent(part.clause(), any -> new ArrayList<>())
                .add(part));
        return new IncludedWork(
                client.code(),
                month.toString(),
                minutes(parts),
                worth(parts),
                byClause.entrySet().stream()
                        .map(entry -> of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static ByClause of(Clause clause, List<Part> parts) {
        return new ByClause(
                clause.id(),
                clause.title(),
                clause.ground(),
                parts.stream().mapToLong(Part::timeEntries).sum(),
                minutes(parts),
                minutes(parts.stream().filter(part -> part.currency() == null).toList()),
                worth(parts));
    }

    private static long minutes(Collection<Part> parts) {
        return parts.stream().mapToLong(Part::minutes).sum();
    }

    private static List<MoneyJson> worth(Collection<Part> parts) {
        return Sums.of(parts.stream().filter(part -> part.currency() != null).map(Part::worth)).all().stream()
                .map(MoneyJson::of)
                .toList();
    }
}
