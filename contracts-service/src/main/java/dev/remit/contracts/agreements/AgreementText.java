package dev.remit.contracts.agreements;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.changes.ChangesList;
import dev.remit.contracts.agreements.reading.ReadingCopy;
import dev.remit.contracts.agreements.reading.ReadingFacts;
import dev.remit.contracts.agreements.terms.Parties;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.contracts.catalogue.Catalogue;
import dev.remit.contracts.catalogue.CatalogueItem;
import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.LegalEntity;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.SignedChanges;
import dev.remit.engines.agreement.SignedSite;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.json.CanonicalRecords;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts versions into the words of the document {@code remit-agreement/1}. */
@ApplicationScoped
class AgreementText {
    private static final String COVERAGE = "coverage";
    private static final String CALENDARS = "calendars";
    private static final String NEVER_OPEN = "never-open";
    private static final CalendarText NO_HOURS = new CalendarText("UTC", Map.of(), null, null, null);

    private final TermsJson termsJson;
    private final Catalogue catalogue;
    private final DocumentRepository documents;
    private final Tenancy tenancy;

    AgreementText(TermsJson termsJson, Catalogue catalogue, DocumentRepository documents, Tenancy tenancy) {
        this.termsJson = termsJson;
        this.catalogue = catalogue;
        this.documents = documents;
        this.tenancy = tenancy;
    }

    /** What a document says beside the terms. */
    private record Head(
            String schema,
            UUID agreementId,
            AgreementKind kind,
            UUID master,
            UUID tenant,
            WithClient client,
            String title,
            int version,
            List<SignedSite> sites,
            List<Item> catalogue) {}

    /** With whom the agreement is. */
    private record WithClient(UUID id, String code, String name, String zone) {}

    /** What can be asked for. By what it is recognised is not signed. */
    private record Item(String code, String name, String category, String meaning) {

        static Item of(CatalogueItem item) {
            return new Item(item.code(), item.name(), item.category(), item.meaning());
        }
    }

    /** The document of a version as it stands, with the catalogue of today and without signatures. */
    ObjectNode content(AgreementVersion version) {
        Agreement agreement = version.agreement();
        Client client = agreement.client();
        Head head = new Head(
                AgreementDocument.SCHEMA,
                agreement.id(),
                agreement.kind(),
                agreement.masterId(),
                tenancy.current(),
                new WithClient(
                        client.id(),
                        client.code(),
                        client.name(),
                        client.timeZone().getId()),
                agreement.title(),
                version.number(),
                client.signedSites(),
                catalogue.all().stream()
                        .filter(item -> !item.retired())
                        .map(Item::of)
                        .toList());
        Terms terms = termsJson.read(version.terms());
        ObjectNode content = Json.object(head).setAll(Json.object(termsJson.members(terms)));
        content.set("parties", Json.tree(parties(terms, client)));
        return content;
    }

    /** The same as it is proposed: with the hash of the page that people read, which is kept. */
    ObjectNode proposed(AgreementVersion version, Instant now) {
        return proposed(version, readingCopy(version), now);
    }

    /**
     * The same for a version that begins in the past: with the hash of the list of what it changes, which is kept, too, and
     * which the page tells of in short.
     *
     * @param changes canonical JSON of a {@link ChangesList}
     */
    ObjectNode proposed(AgreementVersion version, byte[] changes, Instant now) {
        ChangesList list = CanonicalRecords.read(changes, ChangesList.class);
        ObjectNode content = proposed(version, readingCopy(version, list), now);
        String hash = documents.keep(StoredDocument.Kind.CHANGES, changes, now);
        content.set("changes", Json.tree(new SignedChanges(hash, list.asOf())));
        return content;
    }

    private ObjectNode proposed(AgreementVersion version, ReadingCopy copy, Instant now) {
        String hash = documents.keep(StoredDocument.Kind.READING_COPY, copy.html(), now);
        ObjectNode content = content(version);
        content.set("readingCopy", Json.tree(Map.of("language", ReadingCopy.LANGUAGE, "sha256", hash)));
        return content;
    }

    /** The page that people read of a version as it stands. */
    ReadingCopy readingCopy(AgreementVersion version) {
        return readingCopy(version, null);
    }

    /** @param changes what it changes of the past; null where nothing is said of it */
    private ReadingCopy readingCopy(AgreementVersion version, ChangesList changes) {
        Agreement agreement = version.agreement();
        Client client = agreement.client();
        Terms terms = termsJson.read(version.terms());
        return ReadingCopy.of(new ReadingFacts(
                agreement.id(),
                version.number(),
                agreement.title(),
                agreement.master().map(Agreement::title).orElse(null),
                terms,
                termsJson.members(terms),
                parties(terms, client),
                client.timeZone().getId(),
                client.signedSites(),
                catalogue.all().stream()
                        .filter(item -> !item.retired())
                        .map(item -> new ReadingFacts.Service(item.code(), item.name(), item.category()))
                        .toList(),
                changes));
    }

    /** Who would sign these terms: what they leave out of the client's side is as its record has it. */
    static Parties parties(Terms terms, Client client) {
        Parties written = terms.parties() == null ? Parties.NONE : terms.parties();
        return new Parties(written.msp(), partyOnRecord(client).overriddenBy(written.client()));
    }

    private static Parties.Party partyOnRecord(Client client) {
        Optional<LegalEntity> legal = client.legal();
        return new Parties.Party(
                client.name(),
                legal.map(LegalEntity::name).orElse(null),
                legal.map(LegalEntity::address).orElse(null),
                legal.map(LegalEntity::registration).orElse(null),
                legal.map(LegalEntity::taxId).orElse(null),
                null);
    }

    /** The published document: what was signed, and by whom. */
    byte[] published(byte[] content, List<PartySignature> signatures) {
        ObjectNode document = Json.parseObject(content);
        document.set(
                "signatures",
                Json.tree(signatures.stream().map(PartySignature::text).toList()));
        return CanonicalJson.bytes(document);
    }

    /**
     * How the engines read a version that may not be complete yet: a master's without coverage is never open.
     *
     * @throws dev.remit.engines.InvalidInput naming the member of the terms that cannot be
     */
    AgreementDocument draft(AgreementVersion version) {
        return AgreementDocument.of(draftContent(version));
    }

    /** The document of a version that may not be complete yet, as engines can read it. */
    ObjectNode draftContent(AgreementVersion version) {
        ObjectNode content = content(version);
        if (!content.has(COVERAGE) && version.agreement().kind() == AgreementKind.MASTER) {
            content.withObjectProperty(CALENDARS).set(NEVER_OPEN, Json.tree(NO_HOURS));
            content.set(COVERAGE, Json.tree(Map.of("calendar", NEVER_OPEN)));
        }
        return content;
    }
}
