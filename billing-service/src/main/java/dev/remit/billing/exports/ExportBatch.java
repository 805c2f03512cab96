package dev.remit.billing.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.http.MoneyJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private UUID id;

    @TenantId
    private UUID tenantId;

    private long number;

    /** Null where the lines are everybody's. */
    private UUID clientId;

    private int lineCount;
    private Instant createdAt;
    private String createdBy;

    /** The SHA-256 of the file, whose bytes {@link BatchParts} keeps. */
    private String csvHash;

    /** Canonical JSON: decimal text by currency. */
    private String totals;

    protected ExportBatch() {}

    /** @param file which has all of the batch's lines */
    ExportBatch(UUID id, long number, UUID clientId, BatchParts.Writer file, Instant createdAt, String createdBy) {
        this.id = id;
        this.number = number;
        this.clientId = clientId;
        this.lineCount = file.lines();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.csvHash = file.hash();
        this.totals = CanonicalJson.text(file.totals());
    }

    UUID id() {
        return id;
    }

    long number() {
        return number;
    }

    /** Whose lines it has; empty where they are everybody's. */
    Optional<UUID> clientId() {
        return Optional.ofNullable(clientId);
    }

    int lineCount() {
        return lineCount;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    String csvHash() {
        return csvHash;
    }

    /** What the lines bill before tax, one sum a currency. */
    List<MoneyJson> totals() {
        Map<?, ?> sums = (Map<?, ?>) CanonicalJson.parse(totals.getBytes(UTF_8));
        return sums.entrySet().stream()
                .map(sum -> new MoneyJson((String) sum.getValue(), (String) sum.getKey()))
                .toList();
    }
}
