package dev.remit.tickets.measurements;

import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.delivery.DeliveryParameter;
import dev.remit.engines.delivery.Measurement;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.Author;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes in what was measured of what agreements promise, or that it was not. */
@ApplicationScoped
class MeasurementActions {
    private final MeasurementRevisions revisions;
    private final Clients clients;
    private final PromisedParameters promised;
    private final Outbox outbox;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;

    MeasurementActions(
            MeasurementRevisions revisions,
            Clients clients,
            PromisedParameters promised,
            Outbox outbox,
            Caller caller,
            TenantClock clock,
            Ids ids) {
        this.revisions = revisions;
        this.clients = clients;
        this.promised = promised;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Takes in what was measured; the same as was said last changes nothing.
     *
     * @throws Problem not-found for an unknown client, validation for a period that the parameter has not or that has not begun,
     *     and for counts that cannot be, rule-broken for what no agreement promises or excludes, conflict where somebody else is
     *     saying something of it
     */
    MeasurementView record(MeasurementPath path, MeasurementBody body) {
        Client client = client(path);
        CompliancePeriod period = path.period();
        Instant now = clock.now();
        if (period.first().isAfter(LocalDate.ofInstant(now, client.zone()))) {
            throw Problem.invalid("period", "has not begun yet", "future");
        }
        List<DeliveryParameter> agreed = promised.of(client, period, now).stream()
                .map(PromisedParameters.Promised::parameter)
                .filter(parameter -> parameter.code().equals(path.parameter()))
                .toList();
        requirePromised(agreed, period);
        requireExcluded(agreed, body);
        requireCounts(agreed, body);
        Optional<MeasurementRevision> last = revisions.last(client.id(), period, path.parameter());
        if (last.flatMap(MeasurementRevision::measured).filter(body::equals).isPresent()) {
            return MeasurementView.of(client.code(), last.orElseThrow());
        }
        return add(client, path, last.orElse(null), body, now);
    }

    private static void requirePromised(List<DeliveryParameter> agreed, CompliancePeriod period) {
        if (agreed.isEmpty()) {
            throw Problem.of(ProblemType.RULE_BROKEN, "No agreement with the client promises that in the period.")
                    .error("parameter", "must be a parameter of an agreement that is in force", "not-agreed");
        }
        if (agreed.stream().noneMatch(parameter -> parameter.period() == period.length())) {
            throw Problem.invalid(
                    "period",
                    "must be a " + agreed.getFirst().period().name().toLowerCase(Locale.ROOT)
                            + ", over which the parameter is promised",
                    "length");
        }
    }

    private static void requireExcluded(List<DeliveryParameter> agreed, MeasurementBody body) {
        for (int i = 0; i < body.exclusions().size(); i++) {
            String reason = body.exclusions().get(i).reason().name();
            if (agreed.stream().noneMatch(parameter -> parameter.exclusions().contains(reason))) {
                throw Problem.of(ProblemType.RULE_BROKEN, "The agreement does not exclude that from the parameter.")
                        .error("exclusions[" + i + "].reason", "must be an exclusion of the parameter", "not-agreed");
            }
        }
    }

    private static void requireCounts(List<DeliveryParameter> agreed, MeasurementBody body) {
        try {
            Measurement measurement = body.measurement();
            if (agreed.stream().anyMatch(DeliveryParameter::isShare)) {
                measurement.requireShare();
            }
        } catch (InvalidInput fault) {
            throw Problem.invalid(fault.path(), fault.problem(), "counts");
        }
    }

    /**
     * Takes back what was said to have been measured.
     *
     * @throws Problem not-found where nothing is said, conflict where somebody else is saying something of it
     */
    void withdraw(MeasurementPath path) {
        Client client = client(path);
        MeasurementRevision last = revisions
                .last(client.id(), path.period(), path.parameter())
                .filter(revision -> revision.measured().isPresent())
                .orElseThrow(Problem::notFound);
        add(client, path, last, null, clock.now());
    }

    private Client client(MeasurementPath path) {
        return clients.known(Clients.Name.ofCode(path.clientCode())).orElseThrow(Problem::notFound);
    }

    private MeasurementView add(
            Client client, MeasurementPath path, MeasurementRevision before, MeasurementBody measured, Instant now) {
        MeasurementRevision revision = new MeasurementRevision(
                ids.next(), client.id(), path.period(), path.parameter(), before, measured, author(), now);
        revisions.persist(revision);
        Duplicates.flush(
                revisions.getEntityManager(),
                Map.of(
                        "uq_measurement_revision",
                        Problem.conflict("Somebody else has just said what was measured. Read it, and send again.")));
        outbox.append(MeasurementRecorded.TYPE, client.id(), MeasurementRecorded.of(client.code(), revision));
        return MeasurementView.of(client.code(), revision);
    }

    private Author author() {
        String role = Stream.of(OWNER, SERVICE_DESK, INTEGRATOR)
                .filter(caller::has)
                .findFirst()
                .orElseThrow();
        return new Author(caller.subject(), caller.username(), caller.name(), role);
    }
}
