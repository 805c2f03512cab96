package dev.remit.tickets.rulings;

import dev.remit.engines.scope.IncludedVolume;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.engines.scope.VolumeUnit;
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

    @Enumerated(EnumType.STRING)
    private IncludedVolume.Of countedOf;

    /** Of the item or category. */
    private String code;

    @Enumerated(EnumType.STRING)
    private VolumePeriod period;

    private LocalDate firstDay;

    protected VolumePeriodRow() {}

    VolumePeriodRow(UUID id, UUID clientId, VolumeKey key) {
        this.id = id;
        this.clientId = clientId;
        this.countedOf = countedOf(key);
        this.code = code(key);
        this.period = key.period();
        this.firstDay = key.from();
    }

    static IncludedVolume.Of countedOf(VolumeKey key) {
        return key.item() == null ? IncludedVolume.Of.CATEGORY : IncludedVolume.Of.ITEM;
    }

    static String code(VolumeKey key) {
        return key.item() == null ? key.category() : key.item();
    }

    UUID id() {
        return id;
    }

    VolumeKey key() {
        boolean ofItem = countedOf == IncludedVolume.Of.ITEM;
        return new VolumeKey(VolumeUnit.TICKET, ofItem ? code : null, ofItem ? null : code, period, firstDay);
    }

    IncludedVolumeUsed used(long used) {
        return new IncludedVolumeUsed(clientId, key(), used);
    }
}
