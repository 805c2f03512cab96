package dev.remit.billing.agreements;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** The bytes as they were signed and published. */
@Entity
@Unaudited("a copy of what contracts-service published")
@Immutable
@Table(name = "signed_document")
class SignedDocument {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String documentHash;
    private byte[] content;
    private Instant storedAt;

    protected SignedDocument() {}

    SignedDocument(UUID id, String documentHash, byte[] content, Instant storedAt) {
        this.id = id;
        this.documentHash = documentHash;
        this.content = content.clone();
        this.storedAt = storedAt;
    }

    byte[] content() {
        return content.clone();
    }
}
