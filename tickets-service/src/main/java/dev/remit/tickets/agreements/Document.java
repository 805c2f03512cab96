package dev.remit.tickets.agreements;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** The bytes of a signed version, kept for good. */
@Entity
@Unaudited("a copy of what contracts-service published")
@Immutable
class Document {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String sha256;
    private byte[] bytes;

    protected Document() {}

    Document(UUID id, String sha256, byte[] bytes) {
        this.id = id;
        this.sha256 = sha256;
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
