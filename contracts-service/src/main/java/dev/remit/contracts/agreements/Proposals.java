package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.PartySignature.Signatory;
import dev.remit.contracts.clients.Client;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.people.Names;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Roles;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Freezes versions for signature and takes the signatures. */
@ApplicationScoped
class Proposals {
    private final Agreements agreements;
    private final Drafts drafts;
    private final SignatureRepository signatures;
    private final DocumentRepository documents;
    private final AgreementText text;
    private final PlausibleDates dates;
    private final SigningConflicts conflicts;
    private final PreparedChanges changes;
    private final Outbox outbox;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;

    Proposals(
            Agreements agreements,
            Drafts drafts,
            SignatureRepository signatures,
            DocumentRepository documents,
            AgreementText text,
            PlausibleDates dates,
            SigningConflicts conflicts,
            PreparedChanges changes,
            Outbox outbox,
            Caller caller,
            TenantClock clock,
            Ids ids) {
        this.agreements = agreements;
        this.drafts = drafts;
        this.signatures = signatures;
        this.documents = documents;
        this.text = text;
        this.dates = dates;
        this.conflicts = conflicts;
        this.changes = changes;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    AgreementVersion propose(UUID agreementId, int number) {
        AgreementVersion version = agreements.locked(agreementId, number);
        version.require("proposed", VersionState.DRAFT);
        dates.require(version.agreement().client(), version.effectiveFrom(), version.effectiveTo());
        drafts.refuseErrors(version);
        Instant now = clock.now();
        byte[] content = CanonicalJson.bytes(
                VersionChanges.beginsInThePast(version, now)
                        ? text.proposed(version, changes.of(version), now)
                        : text.proposed(version, now));
        version.propose(documents.keep(StoredDocument.Kind.CONTENT, content, now), now);
        outbox.append("AgreementProposed", agreementId, AgreementProposed.of(version));
        return version;
    }

    AgreementVersion withdraw(UUID agreementId, int number) {
        AgreementVersion version = agreements.locked(agreementId, number);
        version.require("withdrawn", VersionState.PROPOSED);
        outbox.append("AgreementProposalWithdrawn", agreementId, AgreementProposed.of(version));
        version.withdraw();
        return version;
    }

    AgreementVersion sign(UUID agreementId, int number, SignatureRequest wanted) {
        AgreementVersion version = agreements.locked(agreementId, number);
        version.requireRead(wanted.contentHash());
        Party party = partyOfCaller();
        conflicts.refuse(version);
        Signatory signatory = signatory(party, version.agreement().client(), wanted);
        signatures.add(new PartySignature(ids.next(), version, party, signatory, clock.now()));
        return version;
    }

    private Party partyOfCaller() {
        return caller.client().isEmpty() ? Party.MSP : Party.CLIENT;
    }

    /** The caller as our own records have them; what they typed must be their own name. */
    private Signatory signatory(Party party, Client client, SignatureRequest wanted) {
        if (party == Party.MSP) {
            Names.requireOwn("name", wanted.name(), caller.name());
            return signatory(caller.name(), wanted, caller.email(), Roles.OWNER);
        }
        Client.Person approver = client.activeApprover(caller.username(), caller.subject())
                .orElseThrow(() ->
                        Problem.of(ProblemType.FORBIDDEN, "Only an active approver of the client can sign for it."));
        Names.requireOwn("name", wanted.name(), approver.name());
        return signatory(approver.name(), wanted, approver.email(), Roles.CLIENT_APPROVER);
    }

    private Signatory signatory(String name, SignatureRequest wanted, String email, String role) {
        return new Signatory(name, wanted.name(), wanted.title(), email, caller.username(), caller.subject(), role);
    }
}
