package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.Clients;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Ends signed versions before their time, whatever was signed after them, and says who did it and why. */
@ApplicationScoped
class Endings {
    private final Agreements agreements;
    private final VersionRepository versions;
    private final PlausibleDates dates;
    private final AgreementDates coming;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;
    private final Outbox outbox;

    Endings(
            Agreements agreements,
            VersionRepository versions,
            PlausibleDates dates,
            AgreementDates coming,
            Clients clients,
            Caller caller,
            TenantClock clock,
            Outbox outbox) {
        this.agreements = agreements;
        this.versions = versions;
        this.dates = dates;
        this.coming = coming;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
        this.outbox = outbox;
    }

    AgreementVersion terminate(UUID agreementId, int number, Termination wanted) {
        Client client = holdClient(agreementId);
        AgreementVersion version = agreements.locked(agreementId, number);
        VersionDates chain = new VersionDates(versions.signedIn(version.agreement()));
        requireStatus("terminated", version, client, chain, VersionStatus.SCHEDULED, VersionStatus.IN_FORCE);
        requireWithin(wanted.effectiveTo(), chain.termInForce(version));
        dates.requireEnd(client, wanted.effectiveTo());
        version.terminate(wanted.effectiveTo(), ending(client, wanted.reason(), wanted.notice()));
        tell(version, client);
        return version;
    }

    void tell(AgreementVersion version, Client client) {
        coming.refresh(version.agreement());
        outbox.append("AgreementEnded", version.agreement().id(), AgreementEnded.of(version, client));
    }

    /** Dates of a client's versions are changed by one transaction at a time. */
    Client holdClient(UUID agreementId) {
        return clients.locked(agreements.visible(agreementId).client().code());
    }

    void requireStatus(
            String step, AgreementVersion version, Client client, VersionDates chain, VersionStatus... allowed) {
        version.require(step, VersionState.SIGNED);
        VersionStatus status = chain.status(version, client.dateAt(clock.now()));
        if (!Set.of(allowed).contains(status)) {
            throw Problem.wrongState("A version that is " + status + " cannot be " + step + ".");
        }
    }

    private static void requireWithin(LocalDate end, VersionTerm inForce) {
        boolean within = end.isAfter(inForce.effectiveFrom())
                && (inForce.effectiveTo() == null || end.isBefore(inForce.effectiveTo()));
        if (!within) {
            throw Problem.invalid("effectiveTo", "must be after the version begins and before it ends anyway", "range");
        }
    }

    Ending ending(Client client, String reason, Notice notice) {
        if (notice != null) {
            dates.requireGiven(client, notice.givenOn());
        }
        return new Ending(reason, notice, caller, clock.now());
    }
}
