package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.clocks.BreachExcuse;
import dev.remit.tickets.clocks.BreachExcuses;
import dev.remit.tickets.clocks.ContestedCounts;
import dev.remit.tickets.clocks.ContestedCycle;
import dev.remit.tickets.clocks.ContestedCycles;
import dev.remit.tickets.clocks.CountedCycle;
import dev.remit.tickets.clocks.CountedCycles;
import dev.remit.tickets.compliance.ComplianceView.ClientCompliance;
import dev.remit.tickets.compliance.ComplianceView.ClockCompliance;
import dev.remit.tickets.compliance.ComplianceView.MonthCompliance;
import dev.remit.tickets.compliance.CountedMonths.ClockOfPriority;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the figures of periods and what is behind them; for a client's approver those of that client alone. */
@ApplicationScoped
public class ComplianceReports {
    private final CountedCycles cycles;
    private final ContestedCounts contested;
    private final ContestedCycles contestedCycles;
    private final BreachExcuses excuses;
    private final ReportScope scopes;
    private final Tickets tickets;
    private final TenantClock clock;

    ComplianceReports(
            CountedCycles cycles,
            ContestedCounts contested,
            ContestedCycles contestedCycles,
            BreachExcuses excuses,
            ReportScope scopes,
            Tickets tickets,
            TenantClock clock) {
        this.cycles = cycles;
        this.contested = contested;
        this.contestedCycles = contestedCycles;
        this.excuses = excuses;
        this.scopes = scopes;
        this.tickets = tickets;
        this.clock = clock;
    }

    public ComplianceView report(ComplianceFilter filter) {
        Instant now = clock.now();
        CompliancePeriod period = filter.period(now);
        ReportScope.Scope scope = scopes.of(filter.clientCode());
        CountedMonths counted = scope.isNobody()
                ? CountedMonths.none()
                : CountedMonths.read(cycles, contested, filter.which(period, scope.only()));
        Map<UUID, CountedMonths> byClient = counted.by(CountedMonths.Part::clientId);
        Map<String, CountedMonths> byCode = new TreeMap<>();
        Map<UUID, String> codes = scopes.codes(byClient.keySet());
        byClient.forEach((id, months) -> byCode.put(codes.get(id), months));
        return new ComplianceView(
                period.toString(),
                period.first(),
                period.last(),
                now,
                byCode.entrySet().stream()
                        .map(of -> client(of.getKey(), of.getValue()))
                        .toList(),
                months(counted),
                FiguresView.of(counted));
    }

    /** What was counted of some months, as far as there is any. */
    public List<MonthCompliance> months(CountedCycles.Which which) {
        return months(CountedMonths.read(cycles, contested, which));
    }

    private static List<MonthCompliance> months(CountedMonths counted) {
        return counted.by(CountedMonths.Part::month).entrySet().stream()
                .map(of -> new MonthCompliance(of.getKey().toString(), FiguresView.of(of.getValue())))
                .toList();
    }

    private static ClientCompliance client(String code, CountedMonths counted) {
        return new ClientCompliance(
                code,
                counted.by(ClockOfPriority::of).entrySet().stream()
                        .map(of -> new ClockCompliance(
                                of.getKey().priority(), of.getKey().clock(), FiguresView.of(of.getValue())))
                        .toList(),
                months(counted),
                FiguresView.of(counted));
    }

    Page<CycleView> page(CycleFilter filter, Paging paging) {
        CompliancePeriod period = filter.period(clock.now());
        ReportScope.Scope scope = scopes.of(filter.clientCode());
        List<CountedCycle> rows = scope.isNobody()
                ? List.of()
                : cycles.page(filter.which(period, scope.only()), filter.result(), paging.after(2), paging.limit());
        Set<UUID> ticketIds = rows.stream().map(CountedCycle::ticketId).collect(Collectors.toSet());
        Map<UUID, Ticket> of = ticketIds.isEmpty()
                ? Map.of()
                : tickets.list("id in ?1", List.copyOf(ticketIds)).stream()
                        .collect(Collectors.toMap(Ticket::id, Function.identity()));
        Map<Run, BreachExcuse> excused = excuses.standing(ticketIds).stream()
                .collect(Collectors.toMap(
                        excuse -> new Run(excuse.ticketId(), excuse.clock(), excuse.cycle()), Function.identity()));
        Map<Run, ContestedCycle> ifUpheld = contestedCycles.ifUpheld(ticketIds).stream()
                .collect(Collectors.toMap(
                        side -> new Run(side.ticketId(), side.clock(), side.cycle()), Function.identity()));
        Map<UUID, String> codes =
                scopes.codes(rows.stream().map(CountedCycle::clientId).collect(Collectors.toSet()));
        return Page.of(
                rows,
                paging.limit(),
                row -> CycleView.of(
                        row,
                        of.get(row.ticketId()),
                        codes.get(row.clientId()),
                        excused.get(new Run(row.ticketId(), row.clock(), row.cycle())),
                        ifUpheld.get(new Run(row.ticketId(), row.clock(), row.cycle()))),
                CountedCycles::cursor);
    }

    /** A run of a ticket's clock. */
    private record Run(UUID ticketId, ClockKind clock, String cycle) {}
}
