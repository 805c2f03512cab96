package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.Clients;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Publishes versions that both parties signed: from their first dates on they are in force. */
@ApplicationScoped
class Activation {
    private final Agreements agreements;
    private final SignatureRepository signatures;
    private final DocumentRepository documents;
    private final AgreementText text;
    private final SigningConflicts conflicts;
    private final Clients clients;
    private final TenantClock clock;
    private final Outbox outbox;

    Activation(
            Agreements agreements,
            SignatureRepository signatures,
            DocumentRepository documents,
            AgreementText text,
            SigningConflicts conflicts,
            Clients clients,
            TenantClock clock,
            Outbox outbox) {
        this.agreements = agreements;
        this.signatures = signatures;
        this.documents = documents;
        this.text = text;
        this.conflicts = conflicts;
        this.clients = clients;
        this.clock = clock;
        this.outbox = outbox;
    }

    AgreementVersion activate(UUID agreementId, int number) {
        // Dates of a client's versions are changed by one transaction at a time.
        Client client = clients.locked(agreements.visible(agreementId).client().code());
        AgreementVersion version = agreements.locked(agreementId, number);
        version.require("activated", VersionState.PROPOSED);
        List<PartySignature> signed = requireBothSignatures(version);
        conflicts.refuse(version);
        publish(version, signed);
        outbox.append("AgreementActivated", agreementId, AgreementActivated.of(version, client));
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

    private void publish(AgreementVersion version, List<PartySignature> signed) {
        Instant now = clock.now();
        byte[] content = documents.findById(version.contentHash()).bytes();
        byte[] published = text.published(content, signed);
        AgreementDocument.parse(published).scope();
        version.activate(documents.keep(StoredDocument.Kind.PUBLISHED, published, now), now);
    }
}
