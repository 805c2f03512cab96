package dev.remit.billing.extras;

import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What published lines have billed, counted by work item, so that a cap is not added up from all lines that ever were. */
@ApplicationScoped
class BilledWork {
    private final Sql sql;
    private final Tenancy tenancy;

    BilledWork(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** What each work item has billed. */
    Map<UUID, Sums> of(UUID clientId, Collection<UUID> workItemIds) {
        Map<UUID, Sums> billed = new HashMap<>();
        for (UUID workItem : Set.copyOf(workItemIds)) {
            List<Money> sums = sql.list(
                    "SELECT currency, billed_minor FROM billed_work"
                            + " WHERE tenant_id = ? AND client_id = ? AND work_item_id = ?",
                    row -> Money.of(row.number(2), row.text(1)),
                    tenancy.current(),
                    clientId,
                    workItem);
            billed.put(workItem, Sums.of(sums.stream()));
        }
        return billed;
    }

    private record Counted(UUID clientId, UUID workItemId) {}

    /** Adds lines that are published now. */
    void add(List<Extra> lines) {
        Map<Counted, List<Money>> billed = new LinkedHashMap<>();
        for (Extra line : lines) {
            if (line.basis().workItemId() != null) {
                Counted of = new Counted(line.clientId(), line.basis().workItemId());
                billed.computeIfAbsent(of, k -> new ArrayList<>())
                        .add(line.figures().billed());
            }
        }
        billed.forEach((of, amounts) -> Sums.of(amounts.stream()).all().forEach(sum -> add(of, sum)));
    }

    private void add(Counted of, Money billed) {
        sql.update(
                "INSERT INTO billed_work (tenant_id, client_id, work_item_id, currency, billed_minor)"
                        + " VALUES (?, ?, ?, ?, ?) AS added"
                        + " ON DUPLICATE KEY UPDATE billed_minor = billed_work.billed_minor + added.billed_minor",
                tenancy.current(),
                of.clientId(),
                of.workItemId(),
                billed.currency().code(),
                billed.minor());
    }
}
