package dev.remit.billing.books;

import dev.remit.billing.books.CutOffs.Closing;
import dev.remit.kit.audit.Audited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Audited("cut-off")
@Table(name = "cut_off")
class CutOff {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;
    private LocalDate throughDate;
    private Instant madeAt;
    private String madeBy;

    protected CutOff() {}

    CutOff(UUID id, UUID clientId, LocalDate throughDate, Instant madeAt, String madeBy) {
        this.id = id;
        this.clientId = clientId;
        this.throughDate = throughDate;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    Closing closing() {
        return new Closing(id, clientId, throughDate, madeAt, madeBy);
    }
}
