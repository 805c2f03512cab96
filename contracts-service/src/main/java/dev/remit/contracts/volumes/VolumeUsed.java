package dev.remit.contracts.volumes;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** How much of one included volume of a client is used up. */
@Entity
@Unaudited("follows what another service tells, which is audited there")
@Table(name = "volume_used")
class VolumeUsed {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;
    private String volume;
    private long used;

    protected VolumeUsed() {}

    VolumeUsed(UUID id, UUID clientId, VolumeKey key) {
        this.id = id;
        this.clientId = clientId;
        this.volume = name(key);
    }

    /** A count's name, which is the same for equal keys. */
    static String name(VolumeKey key) {
        return CanonicalJson.text(key);
    }

    long used() {
        return used;
    }

    void used(long now) {
        used = now;
    }
}
