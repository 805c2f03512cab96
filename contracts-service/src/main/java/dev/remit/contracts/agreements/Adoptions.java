package dev.remit.contracts.agreements;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.files.AgreementFiles;
import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.Clients;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Roles;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Puts versions in force that were signed elsewhere, on the MSP's own word. */
@ApplicationScoped
class Adoptions {
    private static final int YEARS = 50;

    private final Agreements agreements;
    private final Drafts drafts;
    private final AgreementText text;
    private final AgreementFiles files;
    private final Publication publication;
    private final PlausibleDates dates;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;

    Adoptions(
            Agreements agreements,
            Drafts drafts,
            AgreementText text,
            AgreementFiles files,
            Publication publication,
            PlausibleDates dates,
            Clients clients,
            Caller caller,
            TenantClock clock) {
        this.agreements = agreements;
        this.drafts = drafts;
        this.text = text;
        this.files = files;
        this.publication = publication;
        this.dates = dates;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
    }

    AgreementVersion adopt(UUID agreementId, int number, AdoptionRequest wanted) {
        // Dates of a client's versions are changed by one transaction at a time.
        Client client = clients.locked(agreements.visible(agreementId).client().code());
        AgreementVersion version = agreements.locked(agreementId, number);
        version.require("adopted", VersionState.DRAFT);
        dates.require(client, version.effectiveFrom(), version.effectiveTo());
        Instant now = clock.now();
        dates.requireSigned(
                "signedOn", client, wanted.signedOn(), client.dateAt(now).minusYears(YEARS));
        for (Party party : Party.values()) {
            if (!wanted.isSignedBy(party)) {
                throw Problem.invalid("signers", "must name somebody who signed for the " + party, "required");
            }
        }
        Adopted adopted = new Adopted(
                wanted.signedOn(),
                files.require(agreementId, wanted.file(), "file"),
                wanted.signers(),
                Recorder.of(caller, Roles.OWNER),
                now);
        drafts.refuseErrors(version);
        ObjectNode content = text.proposed(version, now);
        content.set("adopted", Json.tree(adopted));
        publication.adopt(version, adopted, CanonicalJson.bytes(content), now);
        return version;
    }
}
