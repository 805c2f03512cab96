package dev.remit.billing.exports;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
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

    /** The file, byte for byte; read only where it is handed out. */
    @Basic(fetch = FetchType.LAZY)
    byte[] csv;

    String csvHash;

    /** Canonical JSON: decimal text by currency. */
    String totals;
}
