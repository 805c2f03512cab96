package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.compliance.PromiseReading;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.agreements.AgreementVersion;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.ClientAgreements;
import dev.remit.tickets.agreements.CompiledAgreement;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import dev.remit.tickets.clocks.CountedCycles;
import dev.remit.tickets.clocks.CountedCycles.Which;
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
import java.util.stream.Stream;

/**
 * Reads how what agreements promise over periods stands. The promises are those of the agreements that are in force on the last
 * date of the period that has come; where none is any more, of those that were last.
 */
@ApplicationScoped
public class Promises {
    private final ReportScope scopes;
    private final CountedCycles cycles;
    private final Agreements agreements;
    private final Clients clients;
    private final TenantClock clock;

    Promises(ReportScope scopes, CountedCycles cycles, Agreements agreements, Clients clients, TenantClock clock) {
        this.scopes = scopes;
        this.cycles = cycles;
        this.agreements = agreements;
        this.clients = clients;
        this.clock = clock;
    }

    /** A promise of a client's agreement, over one period. */
    private record Promised(
            Client client, AgreementVersion version, ZoneId zone, CompliancePromise promise, CompliancePeriod over) {}

    public PromisesView read(ComplianceFilter filter) {
        Instant now = clock.now();
        CompliancePeriod period = filter.period(now);
        List<Promised> promised = new ArrayList<>();
        List<Client> asked = asked(filter);
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

    private List<Client> asked(ComplianceFilter filter) {
        return scopes.of(filter.clientCode()).clients().orElseGet(() -> clients.listAll().stream()
                .sorted(Comparator.comparing(Client::code))
                .toList());
    }

    private List<Promised> promised(
            ComplianceFilter filter, Client client, ClientAgreements versions, CompliancePeriod period, Instant now) {
        List<Promised> promised = new ArrayList<>();
        for (AgreementVersion version : lastInForce(client, versions, period, now)) {
            CompiledAgreement agreement =
                    agreements.document(version.documentHash()).orElseThrow();
            for (CompliancePromise promise : agreement.document().compliance()) {
                if (filter.asksFor(promise)) {
                    for (CompliancePeriod over : period.meeting(promise.period())) {
                        promised.add(new Promised(client, version, zone(version, client), promise, over));
                    }
                }
            }
        }
        return promised;
    }

    private List<AgreementVersion> lastInForce(
            Client client, ClientAgreements versions, CompliancePeriod period, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, client.zone());
        LocalDate last = period.last().isBefore(today) ? period.last() : today;
        return Stream.iterate(last, date -> !date.isBefore(period.first()), date -> date.minusDays(1))
                .map(date -> versions.inForceAt(
                        date.plusDays(1).atStartOfDay(client.zone()).toInstant().minusSeconds(1),
                        version -> zone(version, client)))
                .flatMap(Optional::stream)
                .map(inForce -> inForce.all())
                .findFirst()
                .orElse(List.of());
    }

    private ZoneId zone(AgreementVersion version, Client client) {
        return agreements
                .document(version.documentHash())
                .map(agreement -> agreement.document().zone(null, client.zone()))
                .orElse(client.zone());
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
                cycles, new Which(first.get(), last, of.size() == 1 ? of.getFirst() : null, null, null));
    }

    private static PromiseView view(Promised promised, CountedMonths counted, Instant now) {
        YearMonth first = YearMonth.from(promised.over().first());
        YearMonth last = YearMonth.from(promised.over().last());
        PromiseReading read = PromiseReading.of(
                promised.promise(),
                promised.over(),
                counted.sum(part -> part.clientId().equals(promised.client().id())
                        && part.agreementId().equals(promised.version().agreementId())
                        && promised.promise().isAbout(part.clock(), part.priority())
                        && !part.month().isBefore(first)
                        && !part.month().isAfter(last)),
                LocalDate.ofInstant(now, promised.zone()));
        return PromiseView.of(
                promised.client().code(),
                promised.version().agreementId(),
                promised.version().number(),
                read);
    }
}
