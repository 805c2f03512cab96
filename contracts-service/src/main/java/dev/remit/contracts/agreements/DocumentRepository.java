package dev.remit.contracts.agreements;

import dev.remit.engines.evidence.Sha256;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The stored documents of the tenant at work. */
@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<StoredDocument, String> {

    /** Keeps the bytes and gives their hash. The same bytes proposed again are the same document. */
    String keep(StoredDocument.Kind kind, byte[] bytes, Instant now) {
        String hash = Sha256.hex(bytes);
        if (findById(hash) == null) {
            persist(new StoredDocument(hash, kind, bytes, now));
        }
        return hash;
    }
}
