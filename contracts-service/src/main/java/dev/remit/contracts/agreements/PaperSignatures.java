package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.PartySignature.Signatory;
import dev.remit.contracts.agreements.files.AgreementFiles;
import dev.remit.contracts.clients.Client;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.people.Names;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Roles;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Records signatures that were made on paper. Whose name stands there is one that we know, an active approver's of the client
 * or the recorder's own, or the record says by what right somebody else signed.
 */
@ApplicationScoped
class PaperSignatures {
    private final Agreements agreements;
    private final SignatureRepository signatures;
    private final AgreementFiles files;
    private final SigningConflicts conflicts;
    private final PlausibleDates dates;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;

    PaperSignatures(
            Agreements agreements,
            SignatureRepository signatures,
            AgreementFiles files,
            SigningConflicts conflicts,
            PlausibleDates dates,
            Caller caller,
            TenantClock clock,
            Ids ids) {
        this.agreements = agreements;
        this.signatures = signatures;
        this.files = files;
        this.conflicts = conflicts;
        this.dates = dates;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    AgreementVersion sign(UUID agreementId, int number, PaperSignatureRequest wanted) {
        AgreementVersion version = agreements.locked(agreementId, number);
        version.requireRead(wanted.contentHash());
        Client client = version.agreement().client();
        dates.requireSigned("signedOn", client, wanted.signedOn(), client.dateAt(version.proposedAt()));
        Signatory signatory = signatory(client, wanted);
        Paper paper = new Paper(
                wanted.signedOn(),
                wanted.authority(),
                files.require(agreementId, wanted.file(), "file"),
                Recorder.of(caller, Roles.OWNER));
        conflicts.refuse(version);
        signatures.add(new PartySignature(ids.next(), version, wanted.party(), signatory, paper, clock.now()));
        return version;
    }

    private Signatory signatory(Client client, PaperSignatureRequest wanted) {
        if (wanted.party() == Party.CLIENT && wanted.approver() != null) {
            requireNoAuthority(wanted);
            Client.Person approver = client.listedApprover(wanted.approver())
                    .orElseThrow(() -> Problem.invalid("approver", "is no active approver of the client", "unknown"));
            Names.requireOwn("name", wanted.name(), approver.name());
            return onPaper(approver.name(), approver.email(), wanted);
        }
        if (wanted.approver() != null) {
            throw Problem.invalid("approver", "signs for the client alone", "party");
        }
        if (wanted.party() == Party.MSP && Names.same(wanted.name(), caller.name())) {
            requireNoAuthority(wanted);
            return onPaper(caller.name(), caller.email(), wanted);
        }
        if (wanted.authority() == null || wanted.authority().isBlank()) {
            throw Problem.invalid(
                    "authority",
                    wanted.party() == Party.MSP
                            ? "must say by what right somebody but you signs"
                            : "must say by what right they sign, unless approver names a listed approver",
                    "required");
        }
        return onPaper(wanted.name(), null, wanted);
    }

    private static void requireNoAuthority(PaperSignatureRequest wanted) {
        if (wanted.authority() != null) {
            throw Problem.invalid("authority", "is for those who are not on record", "known");
        }
    }

    private static Signatory onPaper(String name, String email, PaperSignatureRequest wanted) {
        return new Signatory(name, wanted.name(), wanted.title(), email, null, null, null);
    }
}
