package dev.remit.tickets.measurements;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.delivery.ParameterReading;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.ClientAgreements;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import dev.remit.tickets.compliance.ReportFilter;
import dev.remit.tickets.compliance.ReportScope;
import dev.remit.tickets.measurements.ParametersView.ParameterView;
import dev.remit.tickets.measurements.PromisedParameters.Promised;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads what was measured, and how what was promised stands by it; for a client's approver of that client alone. */
@ApplicationScoped
public class Parameters {
    private final MeasurementRevisions revisions;
    private final PromisedParameters promised;
    private final ReportScope scopes;
    private final Agreements agreements;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;

    Parameters(
            MeasurementRevisions revisions,
            PromisedParameters promised,
            ReportScope scopes,
            Agreements agreements,
            Clients clients,
            Caller caller,
            TenantClock clock) {
        this.revisions = revisions;
        this.promised = promised;
        this.scopes = scopes;
        this.agreements = agreements;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
    }

    /** A parameter over one of its periods. */
    private record Over(Promised promised, CompliancePeriod period) {}

    private record Key(UUID clientId, String period, String parameter) {
        static Key of(MeasurementRevision revision) {
            return new Key(revision.clientId(), revision.period().toString(), revision.parameter());
        }

        static Key of(Over over) {
            return new Key(
                    over.promised().client().id(),
                    over.period().toString(),
                    over.promised().parameter().code());
        }
    }

    /** Those of the clients and the period that are asked for. */
    public ParametersView read(ReportFilter filter) {
        Instant now = clock.now();
        CompliancePeriod asked = filter.period(now);
        List<Client> of = scopes.inOrder(filter.clientCode());
        Map<UUID, ClientAgreements> versions =
                agreements.ofAll(of.stream().map(Client::id).toList());
        List<Over> all = new ArrayList<>();
        Set<CompliancePeriod> periods = new HashSet<>();
        for (Client client : of) {
            if (versions.containsKey(client.id())) {
                for (Promised one : promised.of(client, versions.get(client.id()), asked, now)) {
                    for (CompliancePeriod period : asked.meeting(one.parameter().period())) {
                        all.add(new Over(one, period));
                        periods.add(period);
                    }
                }
            }
        }
        Map<Key, MeasurementRevision> measured = new HashMap<>();
        revisions
                .last(
                        all.stream()
                                .map(over -> over.promised().client().id())
                                .distinct()
                                .toList(),
                        periods)
                .forEach(revision -> measured.put(Key.of(revision), revision));
        return new ParametersView(
                asked.toString(),
                now,
                all.stream()
                        .map(over -> view(over, measured.get(Key.of(over)), now))
                        .toList());
    }

    private static ParameterView view(Over over, MeasurementRevision last, Instant now) {
        Optional<MeasurementRevision> said =
                Optional.ofNullable(last).filter(revision -> revision.measured().isPresent());
        return ParameterView.of(
                over.promised(),
                said.map(revision -> MeasurementView.of(over.promised().client().code(), revision))
                        .orElse(null),
                ParameterReading.of(
                        over.promised().parameter(),
                        over.period(),
                        said.flatMap(MeasurementRevision::measured)
                                .map(MeasurementBody::measurement)
                                .orElse(null),
                        LocalDate.ofInstant(now, over.promised().zone())));
    }

    /** @throws Problem not-found where nobody has said anything, or it was withdrawn, or the client is not the caller's */
    MeasurementView measurement(MeasurementPath path) {
        Client client = client(path);
        return revisions
                .last(client.id(), path.period(), path.parameter())
                .filter(revision -> revision.measured().isPresent())
                .map(revision -> MeasurementView.of(client.code(), revision))
                .orElseThrow(Problem::notFound);
    }

    /** @throws Problem not-found where nobody has ever said anything, or the client is not the caller's */
    Page<MeasurementView> history(MeasurementPath path, Paging paging) {
        Client client = client(path);
        if (revisions.last(client.id(), path.period(), path.parameter()).isEmpty()) {
            throw Problem.notFound();
        }
        return Page.of(
                revisions.page(
                        client.id(),
                        path.period(),
                        path.parameter(),
                        paging.after(1).map(cursor -> cursor.integer(0)),
                        paging.limit()),
                paging.limit(),
                revision -> MeasurementView.of(client.code(), revision),
                revision -> Cursor.after(revision.revision()));
    }

    private Client client(MeasurementPath path) {
        caller.requireClient(path.clientCode());
        return clients.known(Clients.Name.ofCode(path.clientCode())).orElseThrow(Problem::notFound);
    }
}
