package dev.remit.tickets.reports;

import dev.remit.engines.compliance.ClockResult;
import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.kit.paper.PaperCopies;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clocks.BreachExcuse;
import dev.remit.tickets.clocks.BreachExcuses;
import dev.remit.tickets.clocks.ClockAccounts;
import dev.remit.tickets.clocks.CountedCycle;
import dev.remit.tickets.clocks.CountedCycles;
import dev.remit.tickets.clocks.CountedCycles.Which;
import dev.remit.tickets.compliance.ComplianceFilter;
import dev.remit.tickets.compliance.ComplianceReports;
import dev.remit.tickets.compliance.Promises;
import dev.remit.tickets.compliance.ReportFilter;
import dev.remit.tickets.compliance.ReportScope;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.measurements.Parameters;
import dev.remit.tickets.reports.ClientReportPage.Breach;
import dev.remit.tickets.reports.ClientReportPage.Parts;
import dev.remit.tickets.reports.ClientReportPage.Trend;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of a client's period. What was late is told in words of so many clocks at most, since each takes a look. */
@ApplicationScoped
class ClientReport {
    static final int MOST_TOLD = 50;

    private static final int MONTHS_OF_TREND = 12;
    private static final String PAPER = "/templates/client-report.css";

    private final ReportScope scopes;
    private final ComplianceReports compliance;
    private final Promises promises;
    private final Parameters parameters;
    private final Waits waits;
    private final Durations durations;
    private final Reopenings reopenings;
    private final Ageing ageing;
    private final CountedCycles cycles;
    private final BreachExcuses excuses;
    private final Tickets tickets;
    private final Histories histories;
    private final ClockAccounts accounts;
    private final PaperCopies printed;
    private final TenantClock clock;

    ClientReport(
            ReportScope scopes,
            ComplianceReports compliance,
            Promises promises,
            Parameters parameters,
            Waits waits,
            Durations durations,
            Reopenings reopenings,
            Ageing ageing,
            CountedCycles cycles,
            BreachExcuses excuses,
            Tickets tickets,
            Histories histories,
            ClockAccounts accounts,
            PaperCopies printed,
            TenantClock clock) {
        this.scopes = scopes;
        this.compliance = compliance;
        this.promises = promises;
        this.parameters = parameters;
        this.waits = waits;
        this.durations = durations;
        this.reopenings = reopenings;
        this.ageing = ageing;
        this.cycles = cycles;
        this.excuses = excuses;
        this.tickets = tickets;
        this.histories = histories;
        this.accounts = accounts;
        this.printed = printed;
        this.clock = clock;
    }

    /** @throws Problem where there is no such client, or none of whom the caller may read */
    @ConsistentRead
    byte[] html(ReportFilter filter) {
        Client client = client(filter);
        Instant now = clock.now();
        CompliancePeriod period = filter.period(now);
        ComplianceFilter all = ComplianceFilter.of(filter);
        List<CountedCycle> late = cycles.page(
                all.which(period, client.id()), Optional.of(ClockResult.BREACHED), Optional.empty(), MOST_TOLD);
        return ClientReportPage.of(
                        client,
                        period,
                        now,
                        new Parts(
                                compliance.report(all),
                                promises.read(all),
                                parameters.read(filter),
                                trend(period, client),
                                waits.read(filter),
                                durations.read(filter),
                                reopenings.read(filter),
                                ageing.read(filter.clientCode())),
                        breaches(late.stream().limit(MOST_TOLD).toList(), now),
                        late.size() > MOST_TOLD)
                .html()
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] pdf(byte[] html) {
        try (InputStream style = ClientReport.class.getResourceAsStream(PAPER)) {
            return printed.printWithBoxes(html, new String(style.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Client client(ReportFilter filter) {
        return scopes.of(filter.clientCode()).clients().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such client."));
    }

    /** The months up to the last of the period, of which anything counts. */
    private List<Trend> trend(CompliancePeriod period, Client client) {
        YearMonth last = YearMonth.from(period.last());
        Which which =
                new Which(last.minusMonths(MONTHS_OF_TREND - 1L).atDay(1), period.last(), client.id(), null, null);
        return compliance.months(which).stream()
                .map(month -> new Trend(YearMonth.parse(month.month()), month.figures()))
                .toList();
    }

    private List<Breach> breaches(List<CountedCycle> late, Instant now) {
        Set<UUID> ids = late.stream().map(CountedCycle::ticketId).collect(Collectors.toSet());
        Map<UUID, Ticket> of = ids.isEmpty()
                ? Map.of()
                : tickets.list("id in ?1", List.copyOf(ids)).stream()
                        .collect(Collectors.toMap(Ticket::id, Function.identity()));
        List<BreachExcuse> excused = excuses.standing(ids);
        return late.stream()
                .map(cycle -> {
                    Ticket ticket = of.get(cycle.ticketId());
                    Optional<BreachExcuse> excuse = excused.stream()
                            .filter(one -> one.ticketId().equals(cycle.ticketId())
                                    && one.clock() == cycle.clock()
                                    && one.cycle().equals(cycle.cycle()))
                            .findFirst();
                    return new Breach(ticket, cycle, why(ticket, cycle, now), excuse);
                })
                .toList();
    }

    private String why(Ticket ticket, CountedCycle cycle, Instant now) {
        return Stream.of(ticket)
                .flatMap(one -> histories.of(one, now).stream())
                .flatMap(history -> accounts.whyLate(ticket, history, now, cycle.clock(), cycle.cycle()).stream())
                .findFirst()
                .orElse("");
    }
}
