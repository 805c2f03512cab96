package dev.remit.tickets.measurements;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.delivery.DeliveryParameter;
import dev.remit.tickets.agreements.AgreementVersion;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.ClientAgreements;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.compliance.VersionsOfPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The figures of the service that agreements promise over a period. */
@ApplicationScoped
class PromisedParameters {
    private final Agreements agreements;
    private final VersionsOfPeriod versionsOf;

    PromisedParameters(Agreements agreements, VersionsOfPeriod versionsOf) {
        this.agreements = agreements;
        this.versionsOf = versionsOf;
    }

    /** A parameter of a version, and the zone that the version signs for the client. */
    record Promised(Client client, AgreementVersion version, ZoneId zone, DeliveryParameter parameter) {}

    /** In the order of the agreements. */
    List<Promised> of(Client client, CompliancePeriod period, Instant now) {
        return of(client, agreements.of(client.id()), period, now);
    }

    /** @param versions with the client */
    List<Promised> of(Client client, ClientAgreements versions, CompliancePeriod period, Instant now) {
        List<Promised> promised = new ArrayList<>();
        for (AgreementVersion version : versionsOf.lastInForce(client, versions, period, now)) {
            ZoneId zone = versionsOf.zone(version, client);
            agreements.document(version.documentHash()).orElseThrow().document().parameters().stream()
                    .map(parameter -> new Promised(client, version, zone, parameter))
                    .forEach(promised::add);
        }
        return promised;
    }
}
