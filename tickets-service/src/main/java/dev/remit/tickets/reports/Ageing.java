package dev.remit.tickets.reports;

import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.clocks.CountedMoment;
import dev.remit.tickets.clocks.CountedMoments;
import dev.remit.tickets.clocks.CountedMoments.Ages;
import dev.remit.tickets.compliance.ReportScope;
import dev.remit.tickets.compliance.ReportScope.Scope;
import dev.remit.tickets.reports.AgeingView.AgeBand;
import dev.remit.tickets.reports.AgeingView.ClientAges;
import dev.remit.tickets.reports.AgeingView.OldTicket;
import dev.remit.tickets.reports.AgeingView.PriorityAges;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads how long the tickets that are open have been so. */
@ApplicationScoped
class Ageing {
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30, 90);
    private static final int OLDEST = 20;

    private final CountedMoments moments;
    private final ReportedTickets tickets;
    private final ReportScope scopes;
    private final TenantClock clock;

    Ageing(CountedMoments moments, ReportedTickets tickets, ReportScope scopes, TenantClock clock) {
        this.moments = moments;
        this.tickets = tickets;
        this.scopes = scopes;
        this.clock = clock;
    }

    AgeingView read(Optional<String> clientCode) {
        Instant now = clock.now();
        Scope scope = scopes.of(clientCode);
        if (scope.isNobody()) {
            return new AgeingView(now, List.of(), 0, bands(List.of()), List.of());
        }
        List<Ages> ages = moments.ages(
                scope.only(),
                DAYS.stream().map(days -> now.minus(Duration.ofDays(days))).toList());
        Map<UUID, List<Ages>> byClient = ages.stream().collect(Collectors.groupingBy(Ages::clientId));
        Map<UUID, String> codes = scopes.codes(byClient.keySet());
        Map<String, ClientAges> clients = new TreeMap<>();
        byClient.forEach((id, of) -> clients.put(codes.get(id), client(codes.get(id), of)));
        List<CountedMoment> oldest = moments.oldest(scope.only(), OLDEST);
        Map<UUID, ReportedTicket> named =
                tickets.named(oldest.stream().map(CountedMoment::ticketId).collect(Collectors.toSet()));
        return new AgeingView(
                now,
                List.copyOf(clients.values()),
                number(ages),
                bands(ages),
                oldest.stream()
                        .map(one -> new OldTicket(
                                named.get(one.ticketId()),
                                codes.get(one.clientId()),
                                one.priority(),
                                one.happenedAt(),
                                now.getEpochSecond() - one.happenedAt().getEpochSecond()))
                        .toList());
    }

    private static ClientAges client(String code, List<Ages> ages) {
        return new ClientAges(
                code,
                number(ages),
                ages.stream()
                        .sorted(Comparator.comparing(Ages::priority))
                        .map(of -> new PriorityAges(of.priority(), number(List.of(of)), bands(List.of(of))))
                        .toList());
    }

    private static long number(List<Ages> ages) {
        return bands(ages).stream().mapToLong(AgeBand::number).sum();
    }

    private static List<AgeBand> bands(List<Ages> ages) {
        return IntStream.rangeClosed(0, DAYS.size())
                .mapToObj(band -> new AgeBand(
                        band == DAYS.size() ? null : DAYS.get(band),
                        ages.stream().mapToLong(of -> of.numbers().get(band)).sum()))
                .toList();
    }
}
