package dev.remit.tickets.rulings;

import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Stands for one count of included volume; whoever counts holds its row. */
@Entity
@Unaudited("a row to lock")
@Table(name = "volume_period")
class VolumePeriodRow {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;
    private String item;

    @Enumerated(EnumType.STRING)
    private VolumePeriod period;

    private LocalDate firstDay;

    protected VolumePeriodRow() {}

    VolumePeriodRow(UUID id, UUID clientId, VolumeKey key) {
        this.id = id;
        this.clientId = clientId;
        this.item = key.item();
        this.period = key.period();
        this.firstDay = key.from();
    }

    UUID id() {
        return id;
    }

    IncludedVolumeUsed used(long used) {
        return new IncludedVolumeUsed(clientId, new VolumeKey(item, period, firstDay), used);
    }
}
