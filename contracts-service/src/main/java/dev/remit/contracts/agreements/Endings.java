package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.files.AgreementFiles;
import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.Clients;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Ends signed versions before their time, whatever was signed after them, and says who did it and why. */
@ApplicationScoped
class Endings {
    private final Agreements agreements;
    private final VersionRepository versions;
    private final ConsentRepository consents;
    private final AgreementFiles files;
    private final PlausibleDates dates;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Ids ids;

    Endings(
            Agreements agreements,
            VersionRepository versions,
            ConsentRepository consents,
            AgreementFiles files,
            PlausibleDates dates,
            Clients clients,
            Caller caller,
            TenantClock clock,
            Outbox outbox,
            Ids ids) {
        this.agreements = agreements;
        this.versions = versions;
        this.consents = consents;
        this.files = files;
        this.dates = dates;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
        this.outbox = outbox;
        this.ids = ids;
    }

    AgreementVersion terminate(UUID agreementId, int number, Termination wanted) {
        Client client = holdClient(agreementId);
        AgreementVersion version = agreements.locked(agreementId, number);
        VersionDates chain = new VersionDates(versions.signedIn(version.agreement()));
        requireStatus("terminated", version, client, chain, VersionStatus.SCHEDULED, VersionStatus.IN_FORCE);
        requireWithin(wanted.effectiveTo(), chain.termInForce(version));
        dates.requireEnd(client, wanted.effectiveTo());
        version.terminate(wanted.effectiveTo(), ending(client, wanted.reason(), wanted.notice()));
        outbox.append("AgreementEnded", agreementId, AgreementEnded.of(version, client));
        return version;
    }

    AgreementVersion cancel(UUID agreementId, int number, Cancellation wanted) {
        Client client = holdClient(agreementId);
        AgreementVersion version = agreements.locked(agreementId, number);
        VersionDates chain = new VersionDates(versions.signedIn(version.agreement()));
        requireStatus("cancelled", version, client, chain, VersionStatus.SCHEDULED);
        Instant now = clock.now();
        Ending ending = ending(client, wanted.reason(), wanted.notice());
        if (wanted.clientOnPaper() != null) {
            requirePaper(agreementId, version, client, wanted.clientOnPaper());
            consents.add(
                    new CancellationConsent(ids.next(), version, wanted.clientOnPaper(), wanted.reason(), caller, now));
        }
        Party party = caller.client().isEmpty() ? Party.MSP : Party.CLIENT;
        consents.add(new CancellationConsent(ids.next(), version, party, wanted.reason(), caller, now));
        if (consents.of(version).size() == Party.values().length) {
            version.cancel(ending);
            outbox.append("AgreementEnded", agreementId, AgreementEnded.of(version, client));
        }
        return version;
    }

    private void requirePaper(UUID agreementId, AgreementVersion version, Client client, Cancellation.OnPaper paper) {
        if (caller.client().isPresent()) {
            throw Problem.invalid("clientOnPaper", "is for the MSP to record", "party");
        }
        dates.requireSigned("clientOnPaper.signedOn", client, paper.signedOn(), client.dateAt(version.activatedAt()));
        files.require(agreementId, paper.file(), "clientOnPaper.file");
    }

    /** Dates of a client's versions are changed by one transaction at a time. */
    private Client holdClient(UUID agreementId) {
        return clients.locked(agreements.visible(agreementId).client().code());
    }

    private void requireStatus(
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

    private Ending ending(Client client, String reason, Notice notice) {
        if (notice != null) {
            dates.requireGiven(client, notice.givenOn());
        }
        return new Ending(reason, notice, caller, clock.now());
    }
}
