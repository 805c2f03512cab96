package dev.remit.tickets.reports;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.reports.MomentKind;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.clocks.CountedMoments;
import dev.remit.tickets.clocks.CountedMoments.Dates;
import dev.remit.tickets.clocks.CountedMoments.Ranked;
import dev.remit.tickets.clocks.CountedMoments.Times;
import dev.remit.tickets.compliance.ReportFilter;
import dev.remit.tickets.compliance.ReportScope;
import dev.remit.tickets.compliance.ReportScope.Scope;
import dev.remit.tickets.reports.DurationsView.Band;
import dev.remit.tickets.reports.DurationsView.ClientDurations;
import dev.remit.tickets.reports.DurationsView.ClockDurations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads how long it took until tickets were answered and resolved. */
@ApplicationScoped
class Durations {
    private static final List<Integer> PERCENTS = List.of(50, 80, 95);

    /** A quarter of an hour, one hour, four, eight, sixteen and forty. */
    private static final List<Long> BOUNDS = List.of(900L, 3_600L, 14_400L, 28_800L, 57_600L, 144_000L);

    private final CountedMoments moments;
    private final ReportScope scopes;
    private final TenantClock clock;

    Durations(CountedMoments moments, ReportScope scopes, TenantClock clock) {
        this.moments = moments;
        this.scopes = scopes;
        this.clock = clock;
    }

    private record Group(UUID clientId, String priority, MomentKind kind) {
        static Group of(Ranked ranked) {
            return new Group(ranked.clientId(), ranked.priority(), ranked.kind());
        }
    }

    DurationsView read(ReportFilter filter) {
        Instant now = clock.now();
        CompliancePeriod period = filter.period(now);
        Scope scope = scopes.of(filter.clientCode());
        if (scope.isNobody()) {
            return new DurationsView(period.toString(), period.first(), period.last(), now, List.of(), List.of());
        }
        Dates dates = new Dates(period.first(), period.last(), scope.only());
        List<Times> times = moments.times(dates, BOUNDS);
        Map<Group, List<Ranked>> ranked =
                moments.ranked(dates, PERCENTS).stream().collect(Collectors.groupingBy(Group::of));
        Map<UUID, List<Times>> byClient = times.stream().collect(Collectors.groupingBy(Times::clientId));
        Map<UUID, String> codes = scopes.codes(byClient.keySet());
        Map<String, ClientDurations> clients = new TreeMap<>();
        byClient.forEach((id, of) -> clients.put(
                codes.get(id),
                new ClientDurations(
                        codes.get(id),
                        of.stream()
                                .sorted(Comparator.comparing(Times::priority).thenComparing(Times::kind))
                                .map(one -> durations(
                                        one.priority(),
                                        one.kind(),
                                        one.numbers(),
                                        ranked.get(new Group(id, one.priority(), one.kind()))))
                                .toList())));
        return new DurationsView(
                period.toString(),
                period.first(),
                period.last(),
                now,
                List.copyOf(clients.values()),
                total(times, moments.rankedOfAll(dates, PERCENTS)));
    }

    private static List<ClockDurations> total(List<Times> times, List<Ranked> ranked) {
        Map<MomentKind, List<Ranked>> byKind = ranked.stream().collect(Collectors.groupingBy(Ranked::kind));
        List<ClockDurations> total = new ArrayList<>();
        for (MomentKind kind : List.of(MomentKind.ANSWERED, MomentKind.RESOLVED)) {
            if (byKind.containsKey(kind)) {
                List<Long> numbers = IntStream.rangeClosed(0, BOUNDS.size())
                        .mapToObj(band -> times.stream()
                                .filter(of -> of.kind() == kind)
                                .mapToLong(of -> of.numbers().get(band))
                                .sum())
                        .toList();
                total.add(durations(null, kind, numbers, byKind.get(kind)));
            }
        }
        return total;
    }

    private static ClockDurations durations(String priority, MomentKind kind, List<Long> numbers, List<Ranked> ranked) {
        List<Band> bands = IntStream.rangeClosed(0, BOUNDS.size())
                .mapToObj(band -> new Band(band == BOUNDS.size() ? null : BOUNDS.get(band), numbers.get(band)))
                .toList();
        return new ClockDurations(
                priority,
                kind == MomentKind.ANSWERED ? ClockKind.RESPONSE : ClockKind.RESOLUTION,
                ranked.getFirst().of(),
                percentile(ranked, 50),
                percentile(ranked, 80),
                percentile(ranked, 95),
                bands);
    }

    private static long percentile(List<Ranked> ranked, int percent) {
        return ranked.stream()
                .filter(one -> one.place() * 100 >= one.of() * percent)
                .min(Comparator.comparing(Ranked::place))
                .orElseThrow()
                .seconds();
    }
}
