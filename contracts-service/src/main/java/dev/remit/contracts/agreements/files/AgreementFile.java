package dev.remit.contracts.agreements.files;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A scanned paper of an agreement and who sent it. Its bytes are in {@link FileParts}. Written once. */
@Entity
@Audited("agreement-file")
@Immutable
@Table(name = "agreement_file")
class AgreementFile {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID agreementId;
    private String hash;
    private String name;
    private String mediaType;
    private long size;
    private Instant sentAt;
    private String sentByName;
    private String sentByLogin;
    private String sentBySubject;

    protected AgreementFile() {}

    AgreementFile(UUID id, UUID agreementId, FileRef file, Caller by, Instant now) {
        this.id = id;
        this.agreementId = agreementId;
        this.hash = file.sha256();
        this.name = file.name();
        this.mediaType = file.mediaType();
        this.size = file.size();
        this.sentAt = now;
        this.sentByName = by.name();
        this.sentByLogin = by.username();
        this.sentBySubject = by.subject();
    }

    UUID id() {
        return id;
    }

    FileRef ref() {
        return new FileRef(hash, name, mediaType, size);
    }
}
