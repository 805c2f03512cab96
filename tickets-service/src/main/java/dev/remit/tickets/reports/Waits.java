package dev.remit.tickets.reports;

import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.reports.OpenHours;
import dev.remit.engines.reports.TimeSum;
import dev.remit.engines.sla.Owner;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.clocks.Hours;
import dev.remit.tickets.clocks.LifePart;
import dev.remit.tickets.clocks.LifeParts;
import dev.remit.tickets.clocks.LifeParts.GoingOn;
import dev.remit.tickets.clocks.LifeParts.Months;
import dev.remit.tickets.clocks.LifeParts.OfApprover;
import dev.remit.tickets.clocks.LifeParts.OfOwner;
import dev.remit.tickets.clocks.LifeParts.Over;
import dev.remit.tickets.clocks.LifeParts.Wait;
import dev.remit.tickets.compliance.ReportFilter;
import dev.remit.tickets.compliance.ReportScope;
import dev.remit.tickets.compliance.ReportScope.Scope;
import dev.remit.tickets.reports.WaitsView.ApproverTime;
import dev.remit.tickets.reports.WaitsView.ClientTime;
import dev.remit.tickets.reports.WaitsView.LongestWait;
import dev.remit.tickets.reports.WaitsView.OwnerTime;
import dev.remit.tickets.reports.WaitsView.TimeTotal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Reads whose the time of a period was; for a client's approver that of this client alone. */
@ApplicationScoped
class Waits {
    private static final List<Owner> OWNERS = List.of(Owner.CLIENT, Owner.VENDOR, Owner.APPROVAL, Owner.MSP);

    /** Where a date begins first. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private final LifeParts parts;
    private final Hours hours;
    private final ReportedTickets tickets;
    private final ReportScope scopes;
    private final TenantClock clock;

    Waits(LifeParts parts, Hours hours, ReportedTickets tickets, ReportScope scopes, TenantClock clock) {
        this.parts = parts;
        this.hours = hours;
        this.tickets = tickets;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** A period as far as it has passed. */
    private record Passed(CompliancePeriod period, Instant now) {
        Instant from(String zone) {
            return period.first().atStartOfDay(ZoneId.of(zone)).toInstant();
        }

        Instant until(String zone) {
            Instant end =
                    period.last().plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
            return end.isBefore(now) ? end : now;
        }

        /** Whether it has begun nowhere. */
        boolean isAhead() {
            return !period.first().atStartOfDay().toInstant(EASTERNMOST).isBefore(now);
        }

        Months months(UUID client) {
            return new Months(period.first(), period.last().withDayOfMonth(1), client);
        }
    }

    /** A client's time by whose it was. */
    private static final class Sums {
        private final Map<Owner, TimeSum> owners = new EnumMap<>(Owner.class);
        private final Map<String, TimeSum> approvers = new TreeMap<>();

        void add(Owner owner, String approver, TimeSum sum) {
            owners.merge(owner, sum, TimeSum::plus);
            if (owner == Owner.APPROVAL) {
                approvers.merge(approver, sum, TimeSum::plus);
            }
        }
    }

    WaitsView read(ReportFilter filter) {
        Instant now = clock.now();
        Passed passed = new Passed(filter.period(now), now);
        Scope scope = scopes.of(filter.clientCode());
        if (scope.isNobody() || passed.isAhead()) {
            return view(passed, List.of(), new TimeTotal(0, 0, List.of()), List.of());
        }
        Months months = passed.months(scope.only());
        Map<UUID, Sums> byClient = sums(passed, months);
        Map<UUID, String> codes = scopes.codes(byClient.keySet());
        Map<UUID, Long> ofClient = parts.tickets(months);
        Map<OfOwner, Long> ofOwner = parts.ticketsByOwner(months);
        Map<OfApprover, Long> ofApprover = parts.ticketsByApprover(months);
        Map<String, ClientTime> clients = new TreeMap<>();
        byClient.forEach((id, sums) -> clients.put(
                codes.get(id),
                new ClientTime(
                        codes.get(id),
                        total(ofClient.get(id), sums.owners, owner -> ofOwner.get(new OfOwner(id, owner))),
                        sums.approvers.entrySet().stream()
                                .map(of -> ApproverTime.of(
                                        of.getKey(), of.getValue(), ofApprover.get(new OfApprover(id, of.getKey()))))
                                .toList())));
        List<LongestWait> longest = Stream.of(Owner.CLIENT, Owner.VENDOR, Owner.APPROVAL)
                .map(owner -> longest(owner, passed, months, codes))
                .flatMap(Optional::stream)
                .toList();
        return view(passed, List.copyOf(clients.values()), total(byClient, ofClient, ofOwner), longest);
    }

    private static WaitsView view(Passed passed, List<ClientTime> clients, TimeTotal total, List<LongestWait> longest) {
        CompliancePeriod period = passed.period();
        return new WaitsView(period.toString(), period.first(), period.last(), passed.now(), clients, total, longest);
    }

    private Map<UUID, Sums> sums(Passed passed, Months months) {
        Map<UUID, Sums> sums = new HashMap<>();
        for (Over over : parts.over(months)) {
            sums.computeIfAbsent(over.clientId(), id -> new Sums())
                    .add(
                            over.owner(),
                            over.approver(),
                            new TimeSum(over.waits(), over.openSeconds(), over.realSeconds()));
        }
        for (GoingOn since : parts.goingOnSince(months)) {
            TimeSum begun = new TimeSum(since.waits(), since.openSeconds(), since.realSeconds());
            sums.computeIfAbsent(since.clientId(), id -> new Sums())
                    .add(
                            since.owner(),
                            since.approver(),
                            TimeSum.goingOn(since.parts(), begun, hours(since), passed.until(since.zone())));
        }
        for (GoingOn before : parts.goingOnSinceBefore(months)) {
            sums.computeIfAbsent(before.clientId(), id -> new Sums())
                    .add(
                            before.owner(),
                            before.approver(),
                            TimeSum.between(
                                    before.parts(),
                                    before.waits(),
                                    hours(before),
                                    passed.from(before.zone()),
                                    passed.until(before.zone())));
        }
        return sums;
    }

    private CompiledCalendar hours(GoingOn of) {
        return hours.hashed(of.hoursHash(), of.clientId(), of.owner());
    }

    private static TimeTotal total(Map<UUID, Sums> byClient, Map<UUID, Long> ofClient, Map<OfOwner, Long> ofOwner) {
        Map<Owner, TimeSum> owners = new EnumMap<>(Owner.class);
        byClient.values().forEach(sums -> sums.owners.forEach((owner, sum) -> owners.merge(owner, sum, TimeSum::plus)));
        return total(
                ofClient.entrySet().stream()
                        .filter(of -> byClient.containsKey(of.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                owners,
                owner -> ofOwner.entrySet().stream()
                        .filter(of -> of.getKey().owner() == owner)
                        .mapToLong(Map.Entry::getValue)
                        .sum());
    }

    private static TimeTotal total(long tickets, Map<Owner, TimeSum> sums, ToLongFunction<Owner> of) {
        TimeSum all = sums.values().stream().reduce(TimeSum.NONE, TimeSum::plus);
        List<OwnerTime> owners = new ArrayList<>();
        OWNERS.stream()
                .filter(sums::containsKey)
                .map(owner -> OwnerTime.of(owner, sums.get(owner), of.applyAsLong(owner)))
                .forEach(owners::add);
        owners.add(OwnerTime.closed(all.realSeconds() - all.openSeconds()));
        return new TimeTotal(tickets, all.realSeconds(), owners);
    }

    private Optional<LongestWait> longest(Owner owner, Passed passed, Months months, Map<UUID, String> codes) {
        Optional<Wait> over = parts.longestOver(months, owner);
        Optional<Wait> goesOn = parts.longestGoingOn(months, owner)
                .filter(wait -> wait.beganAt().isBefore(passed.until(wait.zone())));
        return Stream.of(over, goesOn)
                .flatMap(Optional::stream)
                .max(Comparator.comparing(wait -> lasted(wait, passed)))
                .map(wait -> view(owner, wait, passed, months, codes));
    }

    private static long lasted(Wait wait, Passed passed) {
        return wait.lastedSeconds() > 0
                ? wait.lastedSeconds()
                : passed.until(wait.zone()).getEpochSecond() - wait.beganAt().getEpochSecond();
    }

    private LongestWait view(Owner owner, Wait wait, Passed passed, Months months, Map<UUID, String> codes) {
        List<LifePart> of = parts.of(wait, owner, months);
        Instant until = passed.until(wait.zone());
        long open = of.stream()
                .mapToLong(part -> part.openSeconds()
                        + (part.goesOn()
                                ? OpenHours.until(hours.hashed(part.hoursHash(), wait.clientId(), owner), until)
                                : 0))
                .sum();
        return new LongestWait(
                owner,
                tickets.named(Set.of(wait.ticketId())).get(wait.ticketId()),
                codes.get(wait.clientId()),
                wait.approver().isEmpty() ? null : wait.approver(),
                wait.beganAt(),
                open,
                lasted(wait, passed),
                of.stream().anyMatch(LifePart::goesOn));
    }
}
