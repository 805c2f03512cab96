package dev.remit.tickets.escalation;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The escalation rules of a tenant; there are none while nobody has said any. */
@Entity
@Audited("escalation-rules")
@Table(name = "escalation_settings")
class EscalationSettings {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Convert(converter = EscalationRulesColumn.class)
    private List<EscalationRule> rules = List.of();

    @Version
    private long version = 1;

    protected EscalationSettings() {}

    EscalationSettings(UUID id) {
        this.id = id;
    }

    void take(List<EscalationRule> wanted) {
        rules = List.copyOf(wanted);
    }

    UUID id() {
        return id;
    }

    List<EscalationRule> rules() {
        return rules;
    }

    long version() {
        return version;
    }
}
