package dev.remit.billing.agreements;

import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

@Entity
@Unaudited("a copy of what contracts-service published")
@Table(name = "agreement_version")
class AgreementVersion {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID agreementId;
    private int version;
    private UUID clientId;
    private String documentHash;
    private String contentHash;
    private LocalDate effectiveFrom;

    /** The first local date without it, as signed or as it was ended early; null while no end is known. */
    private LocalDate effectiveTo;

    protected AgreementVersion() {}

    AgreementVersion(UUID id, Activation activation) {
        this.id = id;
        agreementId = activation.agreementId();
        version = activation.version();
        clientId = activation.clientId();
        documentHash = activation.documentHash();
        contentHash = activation.contentHash();
        effectiveFrom = activation.effectiveFrom();
        effectiveTo = activation.effectiveTo();
    }

    void end(LocalDate from) {
        effectiveTo = from;
    }

    String documentHash() {
        return documentHash;
    }

    SignedVersion signed(PricedDocument document) {
        return new SignedVersion(agreementId, version, documentHash, contentHash, effectiveFrom, effectiveTo, document);
    }
}
