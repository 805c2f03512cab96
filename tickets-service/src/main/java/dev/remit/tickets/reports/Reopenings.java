package dev.remit.tickets.reports;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.reports.MomentKind;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.clocks.CountedMoment;
import dev.remit.tickets.clocks.CountedMoments;
import dev.remit.tickets.clocks.CountedMoments.Dates;
import dev.remit.tickets.clocks.CountedMoments.Number;
import dev.remit.tickets.compliance.ReportFilter;
import dev.remit.tickets.compliance.ReportScope;
import dev.remit.tickets.compliance.ReportScope.Scope;
import dev.remit.tickets.reports.ReopeningsView.ClientTicketNumbers;
import dev.remit.tickets.reports.ReopeningsView.Reopening;
import dev.remit.tickets.reports.ReopeningsView.TicketNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Reads how many tickets came, were resolved and were reopened. */
@ApplicationScoped
class Reopenings {
    private static final int MOST = 200;

    private final CountedMoments moments;
    private final ReportedTickets tickets;
    private final ReportScope scopes;
    private final TenantClock clock;

    Reopenings(CountedMoments moments, ReportedTickets tickets, ReportScope scopes, TenantClock clock) {
        this.moments = moments;
        this.tickets = tickets;
        this.scopes = scopes;
        this.clock = clock;
    }

    ReopeningsView read(ReportFilter filter) {
        Instant now = clock.now();
        CompliancePeriod period = filter.period(now);
        Scope scope = scopes.of(filter.clientCode());
        Dates dates = new Dates(period.first(), period.last(), scope.isNobody() ? null : scope.only());
        List<Number> numbers = scope.isNobody() ? List.of() : moments.numbers(dates);
        List<CountedMoment> reopened = scope.isNobody() ? List.of() : moments.reopenings(dates, MOST);
        Map<UUID, List<Number>> byClient = numbers.stream().collect(Collectors.groupingBy(Number::clientId));
        Map<UUID, String> codes = scopes.codes(byClient.keySet());
        Map<String, ClientTicketNumbers> clients = new TreeMap<>();
        byClient.forEach((id, of) -> clients.put(codes.get(id), new ClientTicketNumbers(codes.get(id), numbers(of))));
        Map<UUID, ReportedTicket> named =
                tickets.named(reopened.stream().map(CountedMoment::ticketId).collect(Collectors.toSet()));
        return new ReopeningsView(
                period.toString(),
                period.first(),
                period.last(),
                now,
                List.copyOf(clients.values()),
                numbers(numbers),
                reopened.stream()
                        .map(one -> new Reopening(
                                named.get(one.ticketId()), codes.get(one.clientId()), one.priority(), one.happenedAt()))
                        .toList());
    }

    private static TicketNumbers numbers(List<Number> of) {
        long resolved = sum(of, MomentKind.RESOLVED, Number::tickets);
        long reopenedSince = sum(of, MomentKind.RESOLVED, Number::takenBack);
        return new TicketNumbers(
                sum(of, MomentKind.CREATED, Number::tickets),
                resolved,
                sum(of, MomentKind.CANCELLED, Number::tickets),
                sum(of, MomentKind.REOPENED, Number::tickets),
                reopenedSince,
                Percents.of(reopenedSince, resolved));
    }

    private static long sum(List<Number> of, MomentKind kind, ToLongFunction<Number> what) {
        return of.stream().filter(one -> one.kind() == kind).mapToLong(what).sum();
    }
}
