package dev.remit.tickets.agreements;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** When a version of an agreement is in force; what it says is in its document. */
@Entity
@Unaudited("a copy of what contracts-service published")
public class AgreementVersion {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID agreementId;
    private UUID clientId;
    private int number;
    private String documentHash;
    private String contentHash;
    private LocalDate effectiveFrom;
    private LocalDate effectiveTo;

    protected AgreementVersion() {}

    AgreementVersion(UUID id, ActivatedVersion activated) {
        this.id = id;
        this.agreementId = activated.agreementId();
        this.clientId = activated.clientId();
        this.number = activated.version();
        this.documentHash = activated.documentHash();
        this.contentHash = activated.contentHash();
        this.effectiveFrom = activated.effectiveFrom();
        this.effectiveTo = activated.effectiveTo();
    }

    void endOn(LocalDate firstDayWithout) {
        effectiveTo = firstDayWithout;
    }

    public UUID agreementId() {
        return agreementId;
    }

    public int number() {
        return number;
    }

    public String documentHash() {
        return documentHash;
    }

    boolean isInForce(LocalDate date) {
        return !date.isBefore(effectiveFrom) && (effectiveTo == null || date.isBefore(effectiveTo));
    }

    LocalDate effectiveTo() {
        return effectiveTo;
    }
}
