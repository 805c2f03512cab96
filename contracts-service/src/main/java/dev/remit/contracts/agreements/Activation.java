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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts signed versions in force, one for each client and date, and publishes their documents. */
@ApplicationScoped
class Activation {
    private final Agreements agreements;
    private final VersionRepository versions;
    private final SignatureRepository signatures;
    private final DocumentRepository documents;
    private final AgreementText text;
    private final PlausibleDates dates;
    private final Clients clients;
    private final TenantClock clock;
    private final Outbox outbox;

    Activation(
            Agreements agreements,
            VersionRepository versions,
            SignatureRepository signatures,
            DocumentRepository documents,
            AgreementText text,
            PlausibleDates dates,
            Clients clients,
            TenantClock clock,
            Outbox outbox) {
        this.agreements = agreements;
        this.versions = versions;
        this.signatures = signatures;
        this.documents = documents;
        this.text = text;
        this.dates = dates;
        this.clients = clients;
        this.clock = clock;
        this.outbox = outbox;
    }

    AgreementVersion activate(UUID agreementId, int number) {
        Client client = holdClient(agreementId);
        AgreementVersion version = agreements.locked(agreementId, number);
        version.require("activated", VersionStatus.PROPOSED);
        List<PartySignature> signed = requireBothSignatures(version);
        List<AgreementVersion> earlier = versions.signedOf(client.id());
        Optional<AgreementVersion> previous = previousOf(version, earlier);
        refuseOverlap(version, earlier);
        publish(version, signed);
        previous.ifPresent(inForce -> {
            inForce.supersede(version.effectiveFrom());
            outbox.append("AgreementSuperseded", agreementId, AgreementSuperseded.of(inForce, client));
        });
        outbox.append("AgreementActivated", agreementId, AgreementActivated.of(version, client));
        return version;
    }

    AgreementVersion terminate(UUID agreementId, int number, LocalDate effectiveTo) {
        Client client = holdClient(agreementId);
        AgreementVersion version = agreements.locked(agreementId, number);
        version.require("terminated", VersionStatus.ACTIVE);
        boolean within = effectiveTo.isAfter(version.effectiveFrom())
                && (version.effectiveTo() == null || effectiveTo.isBefore(version.effectiveTo()));
        if (!within) {
            throw Problem.invalid("effectiveTo", "must be after the version begins and before it ends anyway", "range");
        }
        dates.requireEnd(client, effectiveTo);
        version.terminate(effectiveTo);
        outbox.append("AgreementSuperseded", agreementId, AgreementSuperseded.of(version, client));
        return version;
    }

    /** Ranges of a client's versions are changed by one transaction at a time. */
    private Client holdClient(UUID agreementId) {
        return clients.locked(agreements.visible(agreementId).client().code());
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

    /** The version of the same agreement that this one takes the place of. */
    private static Optional<AgreementVersion> previousOf(AgreementVersion version, List<AgreementVersion> signed) {
        List<AgreementVersion> chain = signed.stream()
                .filter(other ->
                        other.agreement().id().equals(version.agreement().id()))
                .toList();
        for (AgreementVersion other : chain) {
            if (other.number() > version.number()) {
                throw Problem.conflict("Version " + other.number() + " is in force already and is the later one.");
            }
            if (!other.effectiveFrom().isBefore(version.effectiveFrom())) {
                throw Problem.conflict("Version " + other.number() + " begins on " + other.effectiveFrom()
                                + "; the version after it must begin later.")
                        .error("effectiveFrom", "must be after " + other.effectiveFrom(), "range");
            }
        }
        return chain.stream()
                .filter(other -> other.status() == VersionStatus.ACTIVE)
                .findFirst();
    }

    private static void refuseOverlap(AgreementVersion version, List<AgreementVersion> signed) {
        for (AgreementVersion other : signed) {
            boolean anotherAgreement =
                    !other.agreement().id().equals(version.agreement().id());
            if (anotherAgreement && other.overlaps(version)) {
                throw Problem.conflict("The agreement \"" + other.agreement().title() + "\" is in force from "
                                + other.effectiveFrom()
                                + (other.effectiveTo() == null ? " on" : " until " + other.effectiveTo())
                                + "; a client has one agreement on any date.")
                        .error("effectiveFrom", "overlaps another agreement of the client", "overlap")
                        .member("agreementId", other.agreement().id())
                        .member("version", other.number());
            }
        }
    }

    private void publish(AgreementVersion version, List<PartySignature> signed) {
        Instant now = clock.now();
        byte[] content = documents.findById(version.contentHash()).bytes();
        byte[] published = text.published(content, signed);
        AgreementDocument.parse(published).scope();
        version.activate(documents.keep(StoredDocument.Kind.PUBLISHED, published, now), now);
    }
}
