package dev.remit.tickets.measurements;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.kit.audit.Audited;
import dev.remit.psa.Author;
import dev.remit.tickets.intake.AuthorColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/**
 * What was said at one time to have been measured of a client's parameter in a period. What is said later is another
 * revision; none is ever changed.
 */
@Entity
@Audited("measurement")
public class MeasurementRevision {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;
    private String period;
    private String parameter;
    private int revision;

    @Convert(converter = MeasurementBodyColumn.class)
    private MeasurementBody measured;

    private Instant recordedAt;

    @Convert(converter = AuthorColumn.class)
    private Author recordedBy;

    protected MeasurementRevision() {}

    /**
     * @param before the revision before; null for the first
     * @param measured null where what was said before is withdrawn
     */
    MeasurementRevision(
            UUID id,
            UUID clientId,
            CompliancePeriod period,
            String parameter,
            MeasurementRevision before,
            MeasurementBody measured,
            Author by,
            Instant now) {
        this.id = id;
        this.clientId = clientId;
        this.period = period.toString();
        this.parameter = parameter;
        this.revision = before == null ? 1 : before.revision + 1;
        this.measured = measured;
        this.recordedBy = by;
        this.recordedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID clientId() {
        return clientId;
    }

    CompliancePeriod period() {
        return CompliancePeriod.parse(period);
    }

    String parameter() {
        return parameter;
    }

    /** From 1. */
    int revision() {
        return revision;
    }

    /** Empty where what was said before was withdrawn. */
    Optional<MeasurementBody> measured() {
        return Optional.ofNullable(measured);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Author recordedBy() {
        return recordedBy;
    }
}
