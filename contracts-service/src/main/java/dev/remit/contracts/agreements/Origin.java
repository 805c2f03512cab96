package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.DraftRequest.From;
import dev.remit.kit.audit.StoredJson;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** What a draft began with, and which terms that were then. */
@Embeddable
class Origin {
    @Column(name = "origin_template")
    private String template;

    @Column(name = "origin_agreement_id")
    private UUID agreementId;

    @Column(name = "origin_version")
    private Integer version;

    @StoredJson
    @Column(name = "origin_terms")
    private byte[] terms;

    protected Origin() {}

    Origin(From from, byte[] terms) {
        this.template = from.template();
        this.agreementId = from.agreementId();
        this.version = from.version();
        this.terms = terms;
    }

    From from() {
        return new From(template, agreementId, version);
    }

    byte[] terms() {
        return terms;
    }
}
