package dev.remit.billing.books;

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
    UUID id;

    @TenantId
    UUID tenantId;

    UUID clientId;
    LocalDate throughDate;
    Instant madeAt;
    String madeBy;
}
