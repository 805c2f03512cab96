package dev.remit.kit.app;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Audited("gadget")
class Gadget {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    String name;
    Instant madeAt;

    @Version
    long version;

    protected Gadget() {}

    Gadget(UUID id, String name, Instant madeAt) {
        this.id = id;
        this.name = name;
        this.madeAt = madeAt;
    }
}
