package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.SignedVersions;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The signed versions that hold for a client together. */
@ApplicationScoped
public class SignedAgreements {
    private final VersionRepository versions;
    private final DocumentRepository documents;
    private final Cache byHash;

    /** @param byHash what was read last; a hash names the same bytes for good */
    SignedAgreements(
            VersionRepository versions, DocumentRepository documents, @CacheName("signed-agreements") Cache byHash) {
        this.versions = versions;
        this.documents = documents;
        this.byHash = byHash;
    }

    /** Empty if no agreement with the client was in force on the date. */
    public Optional<InForce<SignedAgreement>> inForce(Client client, LocalDate date) {
        return new VersionDates(versions.signedOf(client.id())).inForce(date).map(this::read);
    }

    /** The versions that are in force with the client on any of some local dates, with their own dates. */
    public SignedVersions inForce(Client client, LocalDate first, LocalDate last) {
        List<AgreementVersion> all = versions.signedOf(client.id());
        VersionDates dates = new VersionDates(all);
        return new SignedVersions(all.stream()
                .filter(version -> dates.termInForce(version).includesAny(first, last))
                .map(version -> of(version).priced(version.term()))
                .toList());
    }

    /**
     * Empty if no agreement with the client was in force at the moment.
     *
     * @param zone that a version signs for the place, or that is known otherwise
     */
    public Optional<InForce<SignedAgreement>> inForceAt(
            Client client, Instant moment, Function<SignedAgreement, ZoneId> zone) {
        return new VersionDates(versions.signedOf(client.id()))
                .inForceAt(moment, version -> zone.apply(read(version.documentHash())))
                .map(this::read);
    }

    /** What a signed version says. */
    AgreementDocument document(AgreementVersion version) {
        return of(version).document();
    }

    SignedAgreement of(AgreementVersion version) {
        return read(version.documentHash());
    }

    private InForce<SignedAgreement> read(InForce<AgreementVersion> set) {
        return set.map(version -> read(version.documentHash()));
    }

    private SignedAgreement read(String documentHash) {
        return byHash.get(
                        documentHash,
                        hash -> SignedAgreement.read(
                                hash, documents.findById(hash).bytes()))
                .await()
                .indefinitely();
    }
}
