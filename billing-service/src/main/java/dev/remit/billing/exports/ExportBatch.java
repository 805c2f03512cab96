package dev.remit.billing.exports;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A numbered set of lines as it was handed out. */
@Entity
@Audited("export-batch")
@Immutable
@Table(name = "export_batch")
class ExportBatch {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    long number;
    UUID clientId;
    int lineCount;
    Instant createdAt;
    String createdBy;

    /** The SHA-256 of the file, whose bytes {@link BatchParts} keeps. */
    String csvHash;

    /** Canonical JSON: decimal text by currency. */
    String totals;
}
