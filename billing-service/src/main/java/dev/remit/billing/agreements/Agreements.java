package dev.remit.billing.agreements;

import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The signed versions that the current tenant's work is priced by. */
@ApplicationScoped
public class Agreements {
    private final VersionRows versions;
    private final DocumentRows documents;
    private final Ids ids;
    private final TenantClock clock;
    private final Cache byHash;

    /** @param byHash what was read last; a hash is the same document for whoever may read it */
    Agreements(
            VersionRows versions,
            DocumentRows documents,
            Ids ids,
            TenantClock clock,
            @CacheName("priced-documents") Cache byHash) {
        this.versions = versions;
        this.documents = documents;
        this.byHash = byHash;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A version was signed and published.
     *
     * @param content the published bytes, whose hash was verified
     */
    public void activate(Activation activation, byte[] content) {
        if (version(activation.agreementId(), activation.version()).isPresent()) {
            return;
        }
        if (document(activation.documentHash()).isEmpty()) {
            documents.persist(new SignedDocument(ids.next(), activation.documentHash(), content, clock.now()));
        }
        versions.persist(new AgreementVersion(ids.next(), activation));
    }

    /** A version was terminated, or withdrawn before it began: its end is then its first day. */
    public void end(UUID agreementId, int version, LocalDate effectiveTo) {
        version(agreementId, version).ifPresent(row -> row.end(effectiveTo));
    }

    public SignedVersions versionsOf(UUID clientId) {
        return new SignedVersions(versions.list("clientId", clientId).stream()
                .map(row -> row.signed(priced(row.documentHash())))
                .toList());
    }

    private Optional<AgreementVersion> version(UUID agreementId, int version) {
        return versions.find("agreementId = ?1 and version = ?2", agreementId, version)
                .firstResultOptional();
    }

    private Optional<SignedDocument> document(String hash) {
        return documents.find("documentHash", hash).firstResultOptional();
    }

    private PricedDocument priced(String documentHash) {
        return byHash.get(
                        documentHash,
                        hash -> new PricedDocument(document(hash).orElseThrow().content()))
                .await()
                .indefinitely();
    }

    @ApplicationScoped
    static class VersionRows implements PanacheRepositoryBase<AgreementVersion, UUID> {}

    @ApplicationScoped
    static class DocumentRows implements PanacheRepositoryBase<SignedDocument, UUID> {}
}
