package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.ComplianceFigures;
import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.compliance.PromiseReading;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.agreements.AgreementVersion;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.ClientAgreements;
import dev.remit.tickets.agreements.CompiledAgreement;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clocks.ContestedCounts;
import dev.remit.tickets.clocks.CountedCycles;
import dev.remit.tickets.clocks.CountedCycles.Which;
import dev.remit.tickets.compliance.PromisesView.ContestedPromise;
import dev.remit.tickets.compliance.PromisesView.PromiseView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads how what agreements promise over periods stands. The promises are those of the agreements that are in force on the last
 * date of the period that has come; where none is any more, of those that were last.
 */
@ApplicationScoped
public class Promises {
    private final ReportScope scopes;
    private final VersionsOfPeriod versionsOf;
    private final CountedCycles cycles;
    private final ContestedCounts contested;
    private final Agreements agreements;
    private final TenantClock clock;

    Promises(
            ReportScope scopes,
            VersionsOfPeriod versionsOf,
            CountedCycles cycles,
            ContestedCounts contested,
            Agreements agreements,
            TenantClock clock) {
        this.scopes = scopes;
        this.versionsOf = versionsOf;
        this.cycles = cycles;
        this.contested = contested;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** A promise of a client's agreement, over one period. */
    private record Promised(
            Client client, AgreementVersion version, ZoneId zone, CompliancePromise promise, CompliancePeriod over) {}

    public PromisesView read(ComplianceFilter filter) {
        Instant now = clock.now();
        CompliancePeriod period = filter.period(now);
        List<Promised> promised = new ArrayList<>();
        List<Client> asked = scopes.inOrder(filter.clientCode());
        Map<UUID, ClientAgreements> versions =
                agreements.ofAll(asked.stream().map(Client::id).toList());
        for (Client client : asked) {
            if (versions.containsKey(client.id())) {
                promised.addAll(promised(filter, client, versions.get(client.id()), period, now));
            }
        }
        CountedMonths counted = counted(promised);
        return new PromisesView(
                period.toString(),
                now,
                promised.stream().map(one -> view(one, counted, now)).toList());
    }

    private List<Promised> promised(
            ComplianceFilter filter, Client client, ClientAgreements versions, CompliancePeriod period, Instant now) {
        List<Promised> promised = new ArrayList<>();
        for (AgreementVersion version : versionsOf.lastInForce(client, versions, period, now)) {
            CompiledAgreement agreement =
                    agreements.document(version.documentHash()).orElseThrow();
            for (CompliancePromise promise : agreement.document().compliance()) {
                if (filter.asksFor(promise)) {
                    for (CompliancePeriod over : period.meeting(promise.period())) {
                        promised.add(new Promised(client, version, versionsOf.zone(version, client), promise, over));
                    }
                }
            }
        }
        return promised;
    }

    /** Of all the months that any promise is about. */
    private CountedMonths counted(List<Promised> promised) {
        Optional<LocalDate> first =
                promised.stream().map(one -> one.over().first()).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return CountedMonths.none();
        }
        LocalDate last = promised.stream()
                .map(one -> one.over().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<UUID> of =
                promised.stream().map(one -> one.client().id()).distinct().toList();
        return CountedMonths.read(
                cycles, contested, new Which(first.get(), last, of.size() == 1 ? of.getFirst() : null, null, null));
    }

    private static PromiseView view(Promised promised, CountedMonths counted, Instant now) {
        YearMonth first = YearMonth.from(promised.over().first());
        YearMonth last = YearMonth.from(promised.over().last());
        CountedMonths about =
                counted.only(part -> part.clientId().equals(promised.client().id())
                        && part.agreementId().equals(promised.version().agreementId())
                        && promised.promise().isAbout(part.clock(), part.priority())
                        && !part.month().isBefore(first)
                        && !part.month().isAfter(last));
        LocalDate today = LocalDate.ofInstant(now, promised.zone());
        Function<ComplianceFigures, PromiseReading> reading =
                figures -> PromiseReading.of(promised.promise(), promised.over(), figures, today);
        return PromiseView.of(
                promised.client().code(),
                promised.version().agreementId(),
                promised.version().number(),
                reading.apply(about.sum()),
                FiguresView.of(about),
                about.range()
                        .map(range ->
                                ContestedPromise.of(reading.apply(range.lowest()), reading.apply(range.highest())))
                        .orElse(null));
    }
}
