package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Clients;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Publishes versions that both parties signed: from their first dates on they are in force. */
@ApplicationScoped
class Activation {
    private final Agreements agreements;
    private final SignatureRepository signatures;
    private final SigningConflicts conflicts;
    private final Clients clients;
    private final TenantClock clock;
    private final Publication publication;

    Activation(
            Agreements agreements,
            SignatureRepository signatures,
            SigningConflicts conflicts,
            Clients clients,
            TenantClock clock,
            Publication publication) {
        this.agreements = agreements;
        this.signatures = signatures;
        this.conflicts = conflicts;
        this.clients = clients;
        this.clock = clock;
        this.publication = publication;
    }

    AgreementVersion activate(UUID agreementId, int number) {
        // Dates of a client's versions are changed by one transaction at a time.
        clients.locked(agreements.visible(agreementId).client().code());
        AgreementVersion version = agreements.locked(agreementId, number);
        version.require("activated", VersionState.PROPOSED);
        List<PartySignature> signed = requireBothSignatures(version);
        conflicts.refuse(version);
        publication.activate(version, signed, clock.now());
        return version;
    }

    private List<PartySignature> requireBothSignatures(AgreementVersion version) {
        List<PartySignature> signed = signatures.of(version);
        for (Party party : Party.values()) {
            if (signed.stream().noneMatch(signature -> signature.party() == party)) {
                throw Problem.wrongState("The " + party + " has not signed yet.");
            }
        }
        return signed;
    }
}
