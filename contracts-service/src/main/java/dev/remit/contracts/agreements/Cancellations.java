package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.files.AgreementFiles;
import dev.remit.contracts.clients.Client;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Takes both parties' word that a signed version is not to begin; one alone can be taken back. */
@ApplicationScoped
class Cancellations {
    private final Endings endings;
    private final Agreements agreements;
    private final VersionRepository versions;
    private final ConsentRepository consents;
    private final AgreementFiles files;
    private final PlausibleDates dates;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;

    Cancellations(
            Endings endings,
            Agreements agreements,
            VersionRepository versions,
            ConsentRepository consents,
            AgreementFiles files,
            PlausibleDates dates,
            Caller caller,
            TenantClock clock,
            Ids ids) {
        this.endings = endings;
        this.agreements = agreements;
        this.versions = versions;
        this.consents = consents;
        this.files = files;
        this.dates = dates;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    AgreementVersion consent(UUID agreementId, int number, Cancellation wanted) {
        Client client = endings.holdClient(agreementId);
        AgreementVersion version = agreements.locked(agreementId, number);
        VersionDates chain = new VersionDates(versions.signedIn(version.agreement()));
        endings.requireStatus("cancelled", version, client, chain, VersionStatus.SCHEDULED);
        Instant now = clock.now();
        Ending ending = endings.ending(client, wanted.reason(), wanted.notice());
        if (wanted.clientOnPaper() != null) {
            requirePaper(agreementId, version, client, wanted.clientOnPaper());
            consents.add(
                    version,
                    new CancellationConsent(ids.next(), version, wanted.clientOnPaper(), wanted.reason(), caller, now));
        }
        consents.add(version, new CancellationConsent(ids.next(), version, party(), wanted.reason(), caller, now));
        if (consents.of(version).size() == Party.values().length) {
            version.cancel(ending);
            endings.tell(version, client);
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

    /** @throws Problem wrong-state, if the caller's party has not agreed, or the version is cancelled already or began */
    AgreementVersion takeBack(UUID agreementId, int number) {
        Client client = endings.holdClient(agreementId);
        AgreementVersion version = agreements.locked(agreementId, number);
        VersionDates chain = new VersionDates(versions.signedIn(version.agreement()));
        endings.requireStatus("kept", version, client, chain, VersionStatus.SCHEDULED);
        CancellationConsent own = consents.of(version).stream()
                .filter(consent -> consent.party() == party())
                .findFirst()
                .orElseThrow(() -> Problem.wrongState("The " + party() + " has not agreed to a cancellation."));
        consents.takeBack(new ConsentTakenBack(ids.next(), own, caller, clock.now()));
        return version;
    }

    private Party party() {
        return caller.client().isEmpty() ? Party.MSP : Party.CLIENT;
    }
}
