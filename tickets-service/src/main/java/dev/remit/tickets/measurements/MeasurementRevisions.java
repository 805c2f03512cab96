package dev.remit.tickets.measurements;

import dev.remit.engines.compliance.CompliancePeriod;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was measured for the current tenant's clients. */
@ApplicationScoped
class MeasurementRevisions implements PanacheRepositoryBase<MeasurementRevision, UUID> {
    private static final String OF_ONE = "clientId = ?1 and period = ?2 and parameter = ?3";

    /** The last, also where it withdraws what was said before. */
    Optional<MeasurementRevision> last(UUID clientId, CompliancePeriod period, String parameter) {
        return find(OF_ONE + " order by revision desc", clientId, period.toString(), parameter)
                .page(0, 1)
                .firstResultOptional();
    }

    /** Of each parameter of some clients and periods the last, as {@link #last} gives it. */
    List<MeasurementRevision> last(Collection<UUID> clientIds, Collection<CompliancePeriod> periods) {
        return clientIds.isEmpty() || periods.isEmpty()
                ? List.of()
                : list(
                        "from MeasurementRevision m where m.clientId in ?1 and m.period in ?2 and not exists"
                                + " (select 1 from MeasurementRevision later where later.clientId = m.clientId"
                                + " and later.period = m.period and later.parameter = m.parameter"
                                + " and later.revision > m.revision)",
                        List.copyOf(clientIds),
                        periods.stream().map(CompliancePeriod::toString).toList());
    }

    /** All, the last first, below a revision. */
    List<MeasurementRevision> page(
            UUID clientId, CompliancePeriod period, String parameter, Optional<Integer> below, int limit) {
        return find(
                        OF_ONE + " and revision < ?4 order by revision desc",
                        clientId,
                        period.toString(),
                        parameter,
                        below.orElse(Integer.MAX_VALUE))
                .page(0, limit + 1)
                .list();
    }
}
