package dev.remit.contracts.agreements;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.json.Json;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds the pages that people read, for whoever may see the version. */
@ApplicationScoped
class ReadingCopies {
    private final Agreements agreements;
    private final DocumentRepository documents;
    private final AgreementText text;

    ReadingCopies(Agreements agreements, DocumentRepository documents, AgreementText text) {
        this.agreements = agreements;
        this.documents = documents;
        this.text = text;
    }

    /**
     * A page.
     *
     * @param name what a file of it is called
     */
    record Copy(byte[] html, String name) {}

    /** The page that was stored when the version was proposed; of a draft as it would be now. */
    @ConsistentRead
    Copy visible(UUID id, int number) {
        AgreementVersion version = agreements.visible(id, number);
        byte[] html = version.isDraft() ? text.readingCopy(version).html() : stored(version);
        String name =
                version.agreement().client().code() + " " + version.agreement().title() + ", version " + number;
        return new Copy(html, name.replaceAll("[\\p{Cntrl}\"/\\\\]", "-"));
    }

    private byte[] stored(AgreementVersion version) {
        JsonNode content = Json.parse(documents.findById(version.contentHash()).bytes());
        return documents.findById(content.at("/readingCopy/sha256").textValue()).bytes();
    }
}
