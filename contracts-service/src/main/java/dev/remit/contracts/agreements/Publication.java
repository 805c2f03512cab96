package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.kit.feed.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Keeps what was agreed as the document by whose hash it is known from then on, and tells the other services. */
@ApplicationScoped
class Publication {
    private final DocumentRepository documents;
    private final AgreementText text;
    private final AgreementDates dates;
    private final Outbox outbox;

    Publication(DocumentRepository documents, AgreementText text, AgreementDates dates, Outbox outbox) {
        this.documents = documents;
        this.text = text;
        this.dates = dates;
        this.outbox = outbox;
    }

    /** Of a version that was signed here. */
    void activate(AgreementVersion version, List<PartySignature> signed, Instant now) {
        byte[] content = documents.findById(version.contentHash()).bytes();
        version.activate(publish(content, signed, now), now);
        tell(version, signed);
    }

    /** Of a version that was signed elsewhere. */
    void adopt(AgreementVersion version, Adopted adopted, byte[] content, Instant now) {
        String contentHash = documents.keep(StoredDocument.Kind.CONTENT, content, now);
        byte[] record = CanonicalJson.bytes(Json.object(adopted));
        version.adopt(contentHash, publish(content, List.of(), now), record, now);
        tell(version, List.of());
    }

    private String publish(byte[] content, List<PartySignature> signed, Instant now) {
        byte[] published = text.published(content, signed);
        AgreementDocument.parse(published).scope();
        return documents.keep(StoredDocument.Kind.PUBLISHED, published, now);
    }

    private void tell(AgreementVersion version, List<PartySignature> signed) {
        dates.refresh(version.agreement());
        outbox.append(
                "AgreementActivated",
                version.agreement().id(),
                AgreementActivated.of(version, version.agreement().client(), SignedBy.of(version, signed)));
    }
}
