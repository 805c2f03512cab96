package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.tickets.agreements.AgreementVersion;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.ClientAgreements;
import dev.remit.tickets.clients.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose promises hold over a period. */
@ApplicationScoped
public class VersionsOfPeriod {
    private final Agreements agreements;

    VersionsOfPeriod(Agreements agreements) {
        this.agreements = agreements;
    }

    /**
     * The versions that are in force on the last date of the period that has come; where none is any more, those that were
     * last. None where none was in force in the period.
     */
    public List<AgreementVersion> lastInForce(
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

    /** The zone that a version signs for the client, by which its periods begin and end. */
    public ZoneId zone(AgreementVersion version, Client client) {
        return agreements
                .document(version.documentHash())
                .map(agreement -> agreement.document().zone(null, client.zone()))
                .orElse(client.zone());
    }
}
